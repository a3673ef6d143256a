package app.haven.faults;

import app.haven.client.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client makes of a snapshot and the events after it: the same views as REST gives.
final class Fold {
  private static final Duration SIGNAL_SHOWN = Duration.ofHours(12);

  private final FoldedTimeouts timeouts = new FoldedTimeouts();
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();
  private final List<ObjectNode> signals = new ArrayList<>();
  private final FoldedBids bids = new FoldedBids();
  private final FoldedRepairs repairs = new FoldedRepairs();
  private final FoldedCheckins checkins = new FoldedCheckins();
  private final FoldedNeeds needs = new FoldedNeeds();
  private final FoldedFeelings feelings = new FoldedFeelings();
  private final FoldedNotes notes = new FoldedNotes();
  private final FoldedPlans plans = new FoldedPlans();
  private final FoldedCarecard carecard = new FoldedCarecard();
  private final GratitudeFold shared = new GratitudeFold();
  private final GratitudeFold own = new GratitudeFold();
  private final FoldedConcerns concerns = new FoldedConcerns();
  private final FoldedBlind expectations = new FoldedBlind("expectation", "revealedAt");
  private final FoldedBlind worksheets = new FoldedBlind("worksheet", "closedAt");
  private final FoldedQuestions questions = new FoldedQuestions();
  private final FoldedActivities activities = new FoldedActivities();
  private final FoldedWeekly weeklies = new FoldedWeekly();
  private final FoldedAgreements agreements = new FoldedAgreements();
  private final FoldedPromises promises = new FoldedPromises();
  private final FoldedHolds holds = new FoldedHolds();

  static Fold of(JsonNode snapshot) {
    var fold = new Fold();
    fold.timeouts.start(snapshot);
    for (var view : snapshot.path("drafts")) {
      fold.drafts.put(view.path("draft").asText(), view.deepCopy());
    }
    for (var view : snapshot.path("signals")) fold.signals.add(view.deepCopy());
    fold.bids.start(snapshot);
    fold.repairs.start(snapshot);
    fold.checkins.start(snapshot);
    fold.needs.start(snapshot);
    fold.feelings.start(snapshot);
    fold.notes.start(snapshot);
    fold.plans.start(snapshot);
    fold.carecard.start(snapshot);
    fold.shared.read(snapshot.path("gratitudes"));
    fold.own.read(snapshot.path("privateGratitudes"));
    fold.concerns.start(snapshot);
    fold.expectations.start(snapshot);
    fold.worksheets.start(snapshot);
    fold.questions.start(snapshot);
    fold.activities.start(snapshot);
    fold.weeklies.start(snapshot);
    fold.agreements.start(snapshot);
    fold.promises.start(snapshot);
    fold.holds.start(snapshot);
    return fold;
  }

  void apply(Event event) {
    var data = event.data();
    bids.apply(event);
    concerns.apply(event);
    expectations.apply(event);
    worksheets.apply(event);
    questions.apply(event);
    activities.apply(event);
    weeklies.apply(event);
    agreements.apply(event);
    promises.apply(event);
    holds.apply(event);
    repairs.apply(event);
    checkins.apply(event);
    needs.apply(event);
    feelings.apply(event);
    notes.apply(event);
    plans.apply(event);
    carecard.apply(event);
    if (event.kind().startsWith("gratitude.")) {
      (event.stream().equals("ours") ? shared : own).apply(event);
      return;
    }
    switch (event.kind()) {
      case "draft.kept" -> {
        ObjectNode kept = data.deepCopy();
        drafts.put(data.path("draft").asText(), kept.put("keptAt", event.time()));
      }
      case "draft.discarded" -> drafts.remove(data.path("draft").asText());
      case "signal.sent" ->
          signals.add(
              Api.data()
                  .put("at", event.time())
                  .put("by", event.by())
                  .put("signal", data.path("signal").asText()));
      default -> timeouts.apply(event);
    }
  }

  FoldedTimeouts timeouts() {
    return timeouts;
  }

  List<JsonNode> drafts() {
    return List.copyOf(drafts.values());
  }

  /// The newest of the shared list.
  List<JsonNode> gratitudes() {
    return shared.entries();
  }

  List<JsonNode> privateGratitudes() {
    return own.entries();
  }

  List<JsonNode> signals(Instant now) {
    return signals.stream()
        .filter(view -> !Instant.parse(view.path("at").asText()).isBefore(now.minus(SIGNAL_SHOWN)))
        .<JsonNode>map(view -> view)
        .toList();
  }

  List<JsonNode> bids() {
    return bids.bids();
  }

  /// As a snapshot has them.
  List<JsonNode> shownBids(Instant now) {
    return bids.shown(now);
  }

  List<JsonNode> muted() {
    return bids.muted();
  }

  FoldedConcerns concerns() {
    return concerns;
  }

  FoldedBlind expectations() {
    return expectations;
  }

  FoldedBlind worksheets() {
    return worksheets;
  }

  FoldedQuestions questions() {
    return questions;
  }

  FoldedActivities activities() {
    return activities;
  }

  FoldedNeeds needs() {
    return needs;
  }

  FoldedPlans plans() {
    return plans;
  }

  List<JsonNode> careShares() {
    return carecard.shares();
  }

  List<JsonNode> careCard() {
    return carecard.sections();
  }

  FoldedWeekly weeklies() {
    return weeklies;
  }

  FoldedAgreements agreements() {
    return agreements;
  }

  FoldedPromises promises() {
    return promises;
  }

  FoldedHolds holds() {
    return holds;
  }

  FoldedCheckins checkins() {
    return checkins;
  }

  FoldedFeelings feelings() {
    return feelings;
  }

  FoldedRepairs repairs() {
    return repairs;
  }

  /// As a snapshot has them.
  List<JsonNode> notes(Instant now) {
    return notes.sent(now);
  }

  List<JsonNode> plannedNotes() {
    return notes.planned();
  }

  static @Nullable Instant moment(JsonNode view, String field) {
    return view.hasNonNull(field) ? Instant.parse(view.path(field).asText()) : null;
  }
}
