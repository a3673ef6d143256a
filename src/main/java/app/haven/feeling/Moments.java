package app.haven.feeling;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What all people keep for themselves, each on their own stream.
@ApplicationScoped
class Moments implements PanacheRepositoryBase<MomentRow, MomentRow.Key> {
  Optional<MomentRow> of(PersonId owner, UUID moment) {
    return findByIdOptional(new MomentRow.Key(owner, moment));
  }

  /// That were not erased.
  Optional<MomentRow> standing(PersonId owner, UUID moment) {
    return of(owner, moment).filter(row -> row.state() instanceof Moment.Standing);
  }

  List<MomentRow> newest(PersonId owner, int rows) {
    return before(owner, Long.MAX_VALUE, rows);
  }

  List<MomentRow> page(PersonId owner, Page.Asked asked) {
    return before(owner, asked.before(), asked.rows());
  }

  private List<MomentRow> before(PersonId owner, long seq, int rows) {
    return find(
            "id.stream = ?1 and firstSeq < ?2 and not dropped order by firstSeq desc",
            owner.mine().value(),
            seq)
        .range(0, rows - 1)
        .list();
  }

  void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
