package app.haven.question;

import app.haven.kernel.Blind;
import app.haven.kernel.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer that is kept, as its author alone reads it.
///
/// @param ready whether its author said so
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionDraftView(
    UUID question, UUID couple, @Nullable Said words, boolean ready, Instant keptAt) {
  static List<QuestionDraftView> of(List<Blind.Own> own) {
    return own.stream()
        .map(one ->
            new QuestionDraftView(
                one.thing().id(),
                one.thing().couple().value(),
                Said.in(one.kept(), "words"),
                one.ready(),
                one.kept().at()))
        .toList();
  }
}
