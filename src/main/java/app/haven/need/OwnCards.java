package app.haven.need;

import app.haven.kernel.Decision;
import app.haven.kernel.Erasable;
import app.haven.kernel.Event;
import app.haven.kernel.EventLog;
import app.haven.kernel.Fact;
import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Target;
import app.haven.kernel.WordsErased;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// What people keep for themselves, each on their own stream. It goes with its owner.
@ApplicationScoped
class OwnCards implements PanacheRepositoryBase<OwnCardRow, OwnCardRow.Key>, Erasable {
  static final int MOST = 50;
  private static final String OF = "id.stream = ?1 and id.kind = ?2";

  Decision keep(PersonId owner, Card kind, UUID id, Fact kept) {
    if (of(owner, kind, id).isPresent()) throw NeedRefusals.keptAlready();
    if (count(owner, kind) >= MOST) throw NeedRefusals.keptEnough();
    return Decision.of(kept, seqs -> add(new OwnCardRow(owner, kind, id, seqs.getFirst())));
  }

  Decision change(PersonId owner, Card kind, UUID id, Fact changed) {
    var row = of(owner, kind, id).orElseThrow(Refusal::notFound);
    if (row.versions() >= Sharing.MOST_VERSIONS) throw NeedRefusals.enoughVersions();
    return Decision.of(changed, seqs -> row.changed(seqs.getFirst()));
  }

  /// Nothing of it is left, neither here nor in the log.
  Decision drop(PersonId owner, Card kind, UUID id) {
    var row = of(owner, kind, id).orElseThrow(Refusal::notFound);
    return Decision.erasing(
        Target.MINE, new WordsErased(kind.wire(), id), row.seqs(), _ -> remove(row));
  }

  Optional<OwnCardRow> of(PersonId owner, Card kind, UUID id) {
    return findByIdOptional(new OwnCardRow.Key(owner, kind, id));
  }

  int count(PersonId owner, Card kind) {
    return Math.toIntExact(count(OF, owner.mine().value(), kind.wire()));
  }

  void add(OwnCardRow row) {
    persist(row);
  }

  void remove(OwnCardRow row) {
    delete(row);
  }

  /// Newest first.
  List<OwnCardRow> all(PersonId owner, Card kind) {
    return list(OF + " order by keptSeq desc", owner.mine().value(), kind.wire());
  }

  List<OwnCardRow> page(PersonId owner, Card kind, Page.Asked asked) {
    return find(
            OF + " and keptSeq < ?3 order by keptSeq desc",
            owner.mine().value(),
            kind.wire(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }

  /// Reads the words of these rows of one person in one go.
  static <V> List<V> read(List<OwnCardRow> rows, EventLog log, BiFunction<UUID, Event, V> view) {
    if (rows.isEmpty()) return List.of();
    var events =
        log.at(rows.getFirst().stream(), rows.stream().map(OwnCardRow::currentSeq).toList());
    return rows.stream()
        .filter(row -> events.containsKey(row.currentSeq()))
        .map(row -> view.apply(row.id(), Objects.requireNonNull(events.get(row.currentSeq()))))
        .toList();
  }

  @Override
  public void erase(PersonId person) {
    delete("id.stream = ?1", person.mine().value());
  }
}
