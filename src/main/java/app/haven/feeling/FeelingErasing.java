package app.haven.feeling;

import app.haven.kernel.Due;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// What a person kept for themselves goes with them, and nobody asks them any more. Of what they
/// shared a neutral trace stays, the words unreadable with the author's keys.
@ApplicationScoped
class FeelingErasing implements Erasable {
  private final Moments moments;
  private final FeelingWords words;
  private final FeelingWishRows wishes;
  private final Due due;

  @Inject
  FeelingErasing(Moments moments, FeelingWords words, FeelingWishRows wishes, Due due) {
    this.moments = moments;
    this.words = words;
    this.wishes = wishes;
    this.due = due;
  }

  @Override
  public void erase(PersonId person) {
    moments.erase(person);
    words.erase(person);
    wishes.erase(person);
    due.drop(Reminders.all(person));
  }
}
