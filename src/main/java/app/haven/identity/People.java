package app.haven.identity;

import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everybody who has signed in. Names and pronouns are sealed with the person's own key. Runs in
/// the caller's transaction.
@ApplicationScoped
public class People {
  private final AgroalDataSource db;
  private final Sealing sealing;

  @Inject
  public People(AgroalDataSource db, Sealing sealing) {
    this.db = db;
    this.sealing = sealing;
  }

  Optional<PersonId> bySubject(String subject) {
    return ask(
        "select id from person where subject = ?",
        statement -> statement.setString(1, subject),
        row -> new PersonId(row.getObject(1, UUID.class)));
  }

  /// Whoever comes second for a new subject waits here until the first has committed.
  void claim(String subject) {
    ask(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        statement -> statement.setString(1, "person/" + subject),
        _ -> Boolean.TRUE);
  }

  void add(Person person, Instant now) {
    change(
        """
        insert into person (subject, name, pronouns, time_zone, locale, quiet_from, quiet_to,
                            welcomed_at, id, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          fill(statement, person);
          statement.setObject(10, now.atOffset(ZoneOffset.UTC));
        });
  }

  public Optional<Person> find(PersonId id) {
    return select("select * from person where id = ?", id);
  }

  /// Waits for another change of the same person, so that none is lost.
  public Optional<Person> lock(PersonId id) {
    return select("select * from person where id = ? for update", id);
  }

  private Optional<Person> select(String sql, PersonId id) {
    return ask(sql, statement -> statement.setObject(1, id.value()), this::person);
  }

  void save(Person person) {
    change(
        """
        update person set subject = ?, name = ?, pronouns = ?, time_zone = ?, locale = ?,
                          quiet_from = ?, quiet_to = ?, welcomed_at = ?
        where id = ?
        """,
        statement -> fill(statement, person));
  }

  public void remove(PersonId id) {
    change("delete from person where id = ?", statement -> statement.setObject(1, id.value()));
  }

  private void fill(PreparedStatement statement, Person person) throws SQLException {
    var quiet = person.quietHours();
    var welcomed = person.welcomedAt();
    statement.setString(1, person.subject());
    statement.setBytes(2, seal(person.id(), "name", person.displayName()));
    statement.setBytes(3, seal(person.id(), "pronouns", person.pronouns()));
    statement.setString(4, person.timeZone().getId());
    statement.setString(5, person.locale().getLanguage());
    statement.setObject(6, quiet == null ? null : quiet.from());
    statement.setObject(7, quiet == null ? null : quiet.to());
    statement.setObject(8, welcomed == null ? null : welcomed.atOffset(ZoneOffset.UTC));
    statement.setObject(9, person.id().value());
  }

  private byte @Nullable [] seal(PersonId id, String column, @Nullable String words) {
    if (words == null) return null;
    return sealing.seal(key(id), place(id, column), words.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String open(PersonId id, String column, byte @Nullable [] sealed) {
    byte[] words = sealed == null ? null : sealing.open(key(id), place(id, column), sealed);
    return words == null ? null : new String(words, StandardCharsets.UTF_8);
  }

  private static Sealing.Key key(PersonId id) {
    return new Sealing.Key(id.mine(), id);
  }

  private static String place(PersonId id, String column) {
    return "person/" + id.value() + "/" + column;
  }

  private Person person(ResultSet row) throws SQLException {
    var id = new PersonId(row.getObject("id", UUID.class));
    var name = open(id, "name", row.getBytes("name"));
    var from = row.getObject("quiet_from", LocalTime.class);
    var to = row.getObject("quiet_to", LocalTime.class);
    var welcomed = row.getTimestamp("welcomed_at");
    return new Person(
        id,
        row.getString("subject"),
        name == null ? "" : name,
        open(id, "pronouns", row.getBytes("pronouns")),
        ZoneId.of(row.getString("time_zone")),
        Locale.of(row.getString("locale")),
        from == null || to == null ? null : new QuietHours(from, to),
        welcomed == null ? null : welcomed.toInstant());
  }

  @FunctionalInterface
  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> ask(String sql, Filling filling, Reading<T> reading) {
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private void change(String sql, Filling filling) {
    try (var connection = db.getConnection();
        var statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
