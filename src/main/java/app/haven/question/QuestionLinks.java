package app.haven.question;

import app.haven.kernel.Linkable;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// A question can be what something else grew out of.
@ApplicationScoped
class QuestionLinks implements Linkable {
  private final Questions questions;

  @Inject
  QuestionLinks(Questions questions) {
    this.questions = questions;
  }

  @Override
  public String kind() {
    return QuestionAnswers.KIND;
  }

  @Override
  public boolean exists(StreamId stream, UUID id) {
    return questions.of(stream, id).isPresent();
  }
}
