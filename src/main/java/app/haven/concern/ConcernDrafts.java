package app.haven.concern;

import app.haven.kernel.Erasable;
import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The drafts of all people, each on the author's own stream. They go with their author; concerns
/// stay as a neutral trace: times and ids, the words unreadable with the author's keys.
@ApplicationScoped
class ConcernDrafts
    implements PanacheRepositoryBase<ConcernDraftRow, ConcernDraftRow.Key>, Erasable {
  static final int MOST = 20;

  Optional<ConcernDraftRow> of(PersonId author, UUID concern) {
    return findByIdOptional(new ConcernDraftRow.Key(author, concern));
  }

  int count(PersonId author) {
    return Math.toIntExact(count("id.stream = ?1", author.mine().value()));
  }

  void add(ConcernDraftRow row) {
    persist(row);
  }

  void remove(ConcernDraftRow row) {
    delete(row);
  }

  /// The one kept last first.
  List<ConcernDraftRow> all(PersonId author) {
    return list("id.stream = ?1 order by keptSeq desc", author.mine().value());
  }

  List<ConcernDraftRow> page(PersonId author, Page.Asked asked) {
    return find(
            "id.stream = ?1 and keptSeq < ?2 order by keptSeq desc",
            author.mine().value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
