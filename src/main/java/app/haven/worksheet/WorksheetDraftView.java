package app.haven.worksheet;

import app.haven.kernel.Blind;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody keeps for a worksheet, as they alone read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorksheetDraftView(
    UUID worksheet,
    CoupleId couple,
    @Nullable Said view,
    @Nullable List<Layer> layers,
    boolean ready,
    Instant keptAt) {

  static WorksheetDraftView of(Blind.Own own) {
    return new WorksheetDraftView(
        own.thing().id(),
        own.thing().couple(),
        Said.in(own.kept(), "view"),
        Layer.in(own.kept().data()),
        own.ready(),
        own.kept().at());
  }
}
