package app.haven.timeout;

import app.haven.kernel.Page;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The time-outs of all couples.
@ApplicationScoped
class Timeouts implements PanacheRepositoryBase<TimeoutRow, TimeoutRow.Key> {
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  Timeouts(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /// Reads into this transaction, in one select, the time-outs with these keys and all that are
  /// open in these streams. What is not found then is known not to be there.
  void load(Collection<TimeoutRow.Key> keys, Collection<StreamId> withOpen) {
    if (keys.isEmpty() && withOpen.isEmpty()) return;
    var known = loaded();
    for (Object row :
        getEntityManager()
            .createNativeQuery(
                """
                select t.* from unnest(cast(?1 as uuid[]), cast(?2 as uuid[])) as asked (stream, id)
                join timeout t on t.stream_id = asked.stream and t.id = asked.id
                union all
                select t.* from timeout t
                where t.stream_id = any(cast(?3 as uuid[])) and t.ended_at is null
                """,
                TimeoutRow.class)
            .setParameter(1, keys.stream().map(TimeoutRow.Key::stream).toArray(UUID[]::new))
            .setParameter(2, keys.stream().map(TimeoutRow.Key::id).toArray(UUID[]::new))
            .setParameter(3, withOpen.stream().map(StreamId::value).toArray(UUID[]::new))
            .getResultList()) {
      hold(known, (TimeoutRow) row);
    }
  }

  /// Of those loaded into this transaction.
  Optional<TimeoutRow> known(StreamId ours, UUID id) {
    return Optional.ofNullable(loaded().getOrDefault(ours, Map.of()).get(id));
  }

  /// All of this couple that were loaded into this transaction.
  Collection<TimeoutRow> known(StreamId ours) {
    return loaded().getOrDefault(ours, Map.of()).values();
  }

  void add(TimeoutRow row) {
    persist(row);
    hold(loaded(), row);
  }

  private static void hold(Map<StreamId, Map<UUID, TimeoutRow>> known, TimeoutRow row) {
    known.computeIfAbsent(row.stream(), _ -> new HashMap<>()).put(row.id(), row);
  }

  @SuppressWarnings("unchecked")
  private Map<StreamId, Map<UUID, TimeoutRow>> loaded() {
    var held = (Map<StreamId, Map<UUID, TimeoutRow>>) transaction.getResource(this);
    if (held == null) {
      held = new HashMap<>();
      transaction.putResource(this, held);
    }
    return held;
  }

  /// Open ones, and ended ones with a talk still ahead; newest first.
  List<TimeoutRow> current(StreamId ours, Instant now) {
    return list(
        "id.stream = ?1 and (endedAt is null or talkAt > ?2) order by calledSeq desc",
        ours.value(),
        now);
  }

  /// How many talks this person promised that are still ahead.
  long talksAhead(StreamId ours, PersonId caller, Instant now) {
    return count(
        "id.stream = ?1 and caller = ?2 and talkAt > ?3", ours.value(), caller.value(), now);
  }

  List<TimeoutRow> page(StreamId ours, Page.Asked asked) {
    return find(
            "id.stream = ?1 and calledSeq < ?2 order by calledSeq desc",
            ours.value(),
            asked.before())
        .range(0, asked.rows() - 1)
        .list();
  }
}
