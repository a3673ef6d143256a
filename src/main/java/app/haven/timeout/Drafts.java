package app.haven.timeout;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The drafts of all people, each on the author's own stream.
@ApplicationScoped
class Drafts implements PanacheRepositoryBase<DraftRow, DraftRow.Key> {
  private static final String NEWEST = "id.stream = ?1 and keptSeq < ?2 %s order by keptSeq desc";

  Optional<DraftRow> of(PersonId author, UUID draft) {
    return findByIdOptional(new DraftRow.Key(author, draft));
  }

  /// Newest first.
  List<DraftRow> all(PersonId author) {
    return list("id.stream = ?1 order by keptSeq desc", author.mine().value());
  }

  /// @param timeout null for any
  List<DraftRow> page(PersonId author, @Nullable UUID timeout, Page.Asked asked) {
    var mine = author.mine().value();
    var drafts =
        timeout == null
            ? find(NEWEST.formatted(""), mine, asked.before())
            : find(NEWEST.formatted("and timeout = ?3"), mine, asked.before(), timeout);
    return drafts.range(0, asked.rows() - 1).list();
  }

  void eraseAll(PersonId author) {
    delete("id.stream = ?1", author.mine().value());
  }
}
