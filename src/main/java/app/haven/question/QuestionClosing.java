package app.haven.question;

import app.haven.kernel.BlindThing;
import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Due;
import app.haven.kernel.PersonId;
import app.haven.kernel.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// What is open ends with its space: it will not be opened any more. What somebody kept for it
/// stays theirs.
@ApplicationScoped
class QuestionClosing implements Closing {
  private final Questions questions;
  private final Due due;

  @Inject
  QuestionClosing(Questions questions, Due due) {
    this.questions = questions;
    this.due = due;
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    questions
        .open(couple.ours())
        .ifPresent(row -> {
          row.putAway(now);
          var looks = BlindThing.revealed(QuestionAnswers.KIND);
          due.drop(List.of(new Timer.Key(couple.ours(), looks, row.id())));
        });
  }
}
