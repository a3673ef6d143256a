package app.haven.identity;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everybody who has signed in. Names and pronouns are sealed with the person's own key. Runs in
/// the caller's transaction.
@ApplicationScoped
public class People implements Erasable {
  private final Sql sql;
  private final Sealing sealing;
  private final BrowserSessions sessions;

  @Inject
  public People(Sql sql, Sealing sealing, BrowserSessions sessions) {
    this.sql = sql;
    this.sealing = sealing;
    this.sessions = sessions;
  }

  Optional<PersonId> bySubject(String subject) {
    return sql.first(
        "select id from person where subject = ?",
        row -> new PersonId(row.getObject(1, UUID.class)),
        subject);
  }

  /// Whoever comes second for a new subject waits here until the first has committed.
  void claim(String subject) {
    sql.first(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        _ -> Boolean.TRUE,
        "person/" + subject);
  }

  void add(Person person, Instant now) {
    sql.change(
        "insert into person (id, subject, name, time_zone, locale, created_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        person.id(),
        person.subject(),
        seal(person.id(), "name", person.displayName()),
        person.timeZone().getId(),
        person.locale().getLanguage(),
        now);
  }

  /// Who this person is to the identity provider.
  public Optional<String> subject(PersonId id) {
    return sql.first("select subject from person where id = ?", row -> row.getString(1), id);
  }

  public Optional<Person> find(PersonId id) {
    return sql.first("select * from person where id = ?", this::person, id);
  }

  /// Waits for another change of the same person, so that none is lost.
  Optional<Person> lock(PersonId id) {
    return sql.first("select * from person where id = ? for update", this::person, id);
  }

  void save(Person person) {
    var quiet = person.quietHours();
    sql.change(
        """
        update person set name = ?, pronouns = ?, time_zone = ?, locale = ?, quiet_from = ?,
                          quiet_to = ?, welcomed_at = ?
        where id = ?
        """,
        seal(person.id(), "name", person.displayName()),
        seal(person.id(), "pronouns", person.pronouns()),
        person.timeZone().getId(),
        person.locale().getLanguage(),
        quiet == null ? null : quiet.from(),
        quiet == null ? null : quiet.to(),
        person.welcomedAt(),
        person.id());
  }

  /// With the person go all their sign-ins.
  @Override
  public void erase(PersonId id) {
    sql.first("delete from person where id = ? returning subject", row -> row.getString(1), id)
        .ifPresent(sessions::removeAll);
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
}
