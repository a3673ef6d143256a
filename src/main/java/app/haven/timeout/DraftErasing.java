package app.haven.timeout;

import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Drafts go with their author. Time-outs stay as a neutral trace: times and ids, the words
/// unreadable with the author's keys.
@ApplicationScoped
class DraftErasing implements Erasable {
  private final Drafts drafts;

  @Inject
  DraftErasing(Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void erase(PersonId person) {
    drafts.eraseAll(person);
  }
}
