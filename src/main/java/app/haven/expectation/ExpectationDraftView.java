package app.haven.expectation;

import app.haven.kernel.Blind;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody keeps for an exchange, as they alone read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpectationDraftView(
    UUID expectation,
    CoupleId couple,
    @Nullable Said first,
    @Nullable Said second,
    @Nullable Said third,
    boolean ready,
    Instant keptAt) {

  static ExpectationDraftView of(Blind.Own own) {
    var kept = own.kept();
    return new ExpectationDraftView(
        own.thing().id(),
        own.thing().couple(),
        Said.in(kept, "first"),
        Said.in(kept, "second"),
        Said.in(kept, "third"),
        own.ready(),
        kept.at());
  }
}
