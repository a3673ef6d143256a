package app.haven.identity;

import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import app.haven.kernel.Sealing;
import app.haven.kernel.SignIns;
import app.haven.kernel.SignedIn;
import app.haven.kernel.Streams;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// From a checked sign-in to a person. The first one of a new subject makes the person, their own
/// stream and their key.
@ApplicationScoped
class Arrivals implements SignIns {
  private final People people;
  private final BrowserSessions sessions;
  private final Streams streams;
  private final Sealing sealing;
  private final Clock clock;
  private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

  @Inject
  Arrivals(People people, BrowserSessions sessions, Streams streams, Sealing sealing, Clock clock) {
    this.people = people;
    this.sessions = sessions;
    this.streams = streams;
    this.sealing = sealing;
    this.clock = clock;
  }

  @Override
  public SignedIn of(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
      throw Refusal.of(Code.SIGN_IN, "Please sign in to see this.");
    }
    RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
    var person =
        people.bySubject(token.getSubject()).orElseGet(() -> arrive(Newcomer.of(token, request)));
    return new SignedIn(person, request == null ? null : Sessions.of(request));
  }

  private PersonId arrive(Newcomer newcomer) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          people.claim(newcomer.subject());
          return people.bySubject(newcomer.subject()).orElseGet(() -> make(newcomer));
        });
  }

  private PersonId make(Newcomer newcomer) {
    var id = new PersonId(ids.generate());
    var now = clock.instant();
    streams.open(id.mine(), id, null, now);
    sealing.create(new Sealing.Key(id.mine(), id));
    people.add(newcomer.as(id), now);
    return id;
  }

  @Override
  public Set<String> ended(Collection<String> ids) {
    return sessions.ended(ids);
  }
}
