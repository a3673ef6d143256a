package app.haven.weekly;

import app.haven.kernel.Blind;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody keeps for a weekly check-in, as they alone read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeeklyDraftView(
    UUID weekly,
    CoupleId couple,
    @Nullable List<String> appreciations,
    @Nullable Said wentWell,
    @Nullable List<Met> needs,
    @Nullable Said hardThing,
    @Nullable Said offer,
    @Nullable Said together,
    boolean ready,
    Instant keptAt) {

  static WeeklyDraftView of(Blind.Own own) {
    var kept = own.kept();
    var answers = Answers.of(kept.data());
    return new WeeklyDraftView(
        own.thing().id(),
        own.thing().couple(),
        answers.appreciations(),
        Said.in(kept, "wentWell"),
        answers.needs(),
        Said.in(kept, "hardThing"),
        Said.in(kept, "offer"),
        Said.in(kept, "together"),
        own.ready(),
        kept.at());
  }
}
