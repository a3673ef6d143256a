package app.haven.pairing;

import app.haven.kernel.CoupleId;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sql;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who is in a couple now. Changes run in the caller's transaction.
@ApplicationScoped
class Couples implements Partners {
  private final Sql sql;

  @Inject
  Couples(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Who.Paired> of(PersonId person) {
    return sql.first(
        "select couple_id, partner_id from couple_member where person_id = ?",
        row ->
            new Who.Paired(
                person,
                new CoupleId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class))),
        person);
  }

  @Override
  public Map<PersonId, CoupleId> couples(Collection<PersonId> people) {
    var couples = new HashMap<PersonId, CoupleId>();
    sql.list(
            "select person_id, couple_id from couple_member where person_id = any(?)",
            row ->
                Map.entry(
                    new PersonId(row.getObject(1, UUID.class)),
                    new CoupleId(row.getObject(2, UUID.class))),
            (Object) people.stream().map(PersonId::value).toArray(UUID[]::new))
        .forEach(member -> couples.put(member.getKey(), member.getValue()));
    return couples;
  }

  @Override
  public Optional<Instant> since(CoupleId couple) {
    return sql.first(
        "select since from couple_member where couple_id = ?",
        row -> row.getTimestamp(1).toInstant(),
        couple);
  }

  void add(CoupleId couple, PersonId one, PersonId other, Instant now) {
    sql.change(
        "insert into couple_member (person_id, couple_id, partner_id, since)"
            + " values (?, ?, ?, ?), (?, ?, ?, ?)",
        one,
        couple,
        other,
        now,
        other,
        couple,
        one,
        now);
  }

  void remove(CoupleId couple) {
    sql.change("delete from couple_member where couple_id = ?", couple);
  }
}
