package app.haven.notify;

import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How people want to be reached, as rows. Runs in the caller's transaction.
@ApplicationScoped
class ChoiceRows {
  private final Sql sql;
  private final Sealing sealing;

  @Inject
  ChoiceRows(Sql sql, Sealing sealing) {
    this.sql = sql;
    this.sealing = sealing;
  }

  Choices of(PersonId person) {
    return find("select * from notice_choice where person_id = ?", person).orElse(Choices.USUAL);
  }

  /// Waits for another change of the same person, so that none is lost.
  Choices lock(PersonId person) {
    sql.change(
        "insert into notice_choice (person_id) values (?) on conflict (person_id) do nothing",
        person);
    return find("select * from notice_choice where person_id = ? for update", person)
        .orElse(Choices.USUAL);
  }

  private Optional<Choices> find(String select, PersonId person) {
    return sql.first(select, row -> choices(person, row), person);
  }

  private Choices choices(PersonId person, ResultSet row) throws SQLException {
    var until = row.getTimestamp("paused_until");
    return new Choices(
        row.getBoolean("paused"),
        until == null ? null : until.toInstant(),
        row.getBoolean("moments"),
        row.getBoolean("buttons"),
        open(person, row.getBytes("mail")));
  }

  void save(PersonId person, Choices choices) {
    sql.change(
        """
        update notice_choice
        set paused = ?, paused_until = ?, moments = ?, buttons = ?, mail = ?
        where person_id = ?
        """,
        choices.paused(),
        choices.pausedUntil(),
        choices.moments(),
        choices.buttons(),
        seal(person, choices.mail()),
        person);
  }

  /// Whether mail may go now. If so, the next one has to wait.
  boolean mayMail(PersonId person, Instant now, Duration every) {
    return sql.change(
            "update notice_choice set mailed_at = ?"
                + " where person_id = ? and (mailed_at is null or mailed_at <= ?)",
            now,
            person,
            now.minus(every))
        == 1;
  }

  void remove(PersonId person) {
    sql.change("delete from notice_choice where person_id = ?", person);
  }

  private byte @Nullable [] seal(PersonId person, @Nullable String mail) {
    return mail == null
        ? null
        : sealing.seal(key(person), place(person), mail.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String open(PersonId person, byte @Nullable [] sealed) {
    byte[] mail = sealed == null ? null : sealing.open(key(person), place(person), sealed);
    return mail == null ? null : new String(mail, StandardCharsets.UTF_8);
  }

  private static Sealing.Key key(PersonId person) {
    return new Sealing.Key(person.mine(), person);
  }

  private static String place(PersonId person) {
    return "notice_choice/" + person.value() + "/mail";
  }
}
