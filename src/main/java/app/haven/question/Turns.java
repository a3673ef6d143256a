package app.haven.question;

import app.haven.kernel.StreamId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Who draws next, of all couples.
@ApplicationScoped
class Turns implements PanacheRepositoryBase<TurnRow, UUID> {
  Optional<Turn> of(StreamId ours) {
    return findByIdOptional(ours.value()).map(TurnRow::turn);
  }

  void set(StreamId ours, Turn turn) {
    findByIdOptional(ours.value())
        .ifPresentOrElse(row -> row.set(turn), () -> persist(new TurnRow(ours, turn)));
  }
}
