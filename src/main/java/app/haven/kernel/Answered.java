package app.haven.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which commands were answered before, and how. Runs in the caller's transaction.
@ApplicationScoped
public class Answered {
  /// How long the first answer is given again.
  public static final Duration KEPT = Duration.ofDays(30);

  private final AgroalDataSource db;

  @Inject
  public Answered(AgroalDataSource db) {
    this.db = db;
  }

  /// Who asked, and with which id.
  public record Key(PersonId person, UUID command) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byPerson = person.mine().compareTo(other.person.mine());
      return byPerson != 0
          ? byPerson
          : new StreamId(command).compareTo(new StreamId(other.command));
    }
  }

  record First(byte[] fingerprint, Ok ok) {}

  /// Takes these ids for this transaction. Waits for another transaction that holds one; keys go in
  /// ascending so that two never wait for each other in a ring.
  ///
  /// @return those that nobody had answered
  public Set<Key> claim(Collection<Key> keys, Instant now) {
    var sorted = keys.stream().sorted().toList();
    var fresh = new HashSet<Key>();
    if (sorted.isEmpty()) return fresh;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into answered (person_id, command_id, at)
                select person, command, ? from unnest(?, ?) as asked (person, command)
                on conflict do nothing returning person_id, command_id
                """)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("uuid", persons(sorted)));
      statement.setArray(3, connection.createArrayOf("uuid", commands(sorted)));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          fresh.add(
              new Key(new PersonId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class)));
        }
      }
      return fresh;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static Object[] persons(Collection<Key> keys) {
    return keys.stream().map(key -> key.person().value()).toArray();
  }

  private static Object[] commands(Collection<Key> keys) {
    return keys.stream().map(Key::command).toArray();
  }

  Map<Key, First> recall(Collection<Key> keys) {
    var found = new HashMap<Key, First>();
    if (keys.isEmpty()) return found;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select person_id, command_id, fingerprint, ok
                from answered join unnest(?, ?) as asked (person, command)
                on person_id = person and command_id = command
                """)) {
      statement.setArray(1, connection.createArrayOf("uuid", persons(keys)));
      statement.setArray(2, connection.createArrayOf("uuid", commands(keys)));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(
              new Key(new PersonId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class)),
              new First(rows.getBytes(3), Json.MAPPER.readValue(rows.getString(4), Ok.class)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a remembered answer is not JSON", e);
    }
  }

  void remember(Map<Key, First> answers) {
    if (answers.isEmpty()) return;
    var keys = List.copyOf(answers.keySet());
    var firsts = keys.stream().map(answers::get).toList();
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update answered set fingerprint = given.fingerprint, ok = given.ok
                from unnest(?, ?, ?, ?::json[]) as given (person, command, fingerprint, ok)
                where person_id = person and command_id = command
                """)) {
      statement.setArray(1, connection.createArrayOf("uuid", persons(keys)));
      statement.setArray(2, connection.createArrayOf("uuid", commands(keys)));
      statement.setArray(
          3,
          connection.createArrayOf(
              "bytea", firsts.stream().map(First::fingerprint).toArray(byte[][]::new)));
      statement.setArray(
          4,
          connection.createArrayOf("text", firsts.stream().map(f -> Json.write(f.ok())).toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// A refusal is not remembered.
  void release(Collection<Key> refused) {
    if (refused.isEmpty()) return;
    try (var connection = db.getConnection();
        var statement =
            connection.prepareStatement(
                """
                delete from answered using unnest(?, ?) as refused (person, command)
                where person_id = person and command_id = command
                """)) {
      statement.setArray(1, connection.createArrayOf("uuid", persons(refused)));
      statement.setArray(2, connection.createArrayOf("uuid", commands(refused)));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /// Forgets what is older than it need be kept.
  void forgetBefore(Instant oldest) {
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement("delete from answered where at < ?")) {
      statement.setObject(1, oldest.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(one, other);
  }
}
