package app.haven.notify;

import app.haven.kernel.Closing;
import app.haven.kernel.CoupleId;
import app.haven.kernel.Erasable;
import app.haven.kernel.PersonId;
import app.haven.kernel.SigningOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Whoever goes is not called after: a browser that was signed out is not reached any more, nor is
/// any after a space was closed (each asks anew there: one of them may be in the other's hands),
/// and with an account goes all of it.
@ApplicationScoped
class Parting implements SigningOut, Closing, Erasable {
  private final PushSubscriptions subscriptions;
  private final Notices notices;
  private final ChoiceRows choices;

  @Inject
  Parting(PushSubscriptions subscriptions, Notices notices, ChoiceRows choices) {
    this.subscriptions = subscriptions;
    this.notices = notices;
    this.choices = choices;
  }

  @Override
  public void ended(PersonId person, Set<String> sessions) {
    subscriptions.removeOf(person, sessions);
  }

  @Override
  public void close(CoupleId couple, List<PersonId> people, Instant now) {
    notices.removeAll(couple.ours());
    people.forEach(subscriptions::removeAll);
    people.forEach(notices::removeAll);
  }

  @Override
  public void erase(PersonId person) {
    subscriptions.removeAll(person);
    notices.removeAll(person);
    choices.remove(person);
  }
}
