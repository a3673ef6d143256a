package app.haven.live;

import app.haven.kernel.KernelSettings;
import app.haven.kernel.PersonId;
import app.haven.kernel.StreamId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sockets of this node, by person and by the stream they follow.
@ApplicationScoped
public class Sockets {
  private final Map<PersonId, Deque<LiveSession>> byPerson = new ConcurrentHashMap<>();
  private final Map<StreamId, Set<LiveSession>> byStream = new ConcurrentHashMap<>();
  private final Set<LiveSession> all = ConcurrentHashMap.newKeySet();
  private final KernelSettings kernel;
  private final LiveSettings settings;

  @Inject
  public Sockets(KernelSettings kernel, LiveSettings settings, MeterRegistry meters) {
    this.kernel = kernel;
    this.settings = settings;
    meters.gauge("haven.sockets", all, Set::size);
    Gauge.builder("haven.sockets.waiting", all, Sockets::waiting)
        .baseUnit("bytes")
        .description("written for readers that are slow")
        .register(meters);
  }

  private static int waiting(Set<LiveSession> sessions) {
    return sessions.stream().mapToInt(LiveSession::waiting).sum();
  }

  /// Follows the person's own stream at once, so that signing out also ends a socket that never
  /// says hello. A person with too many sockets loses the oldest.
  void add(LiveSession session) {
    all.add(session);
    follow(session.person.mine(), session);
    byPerson.compute(
        session.person,
        (_, own) -> {
          var sessions = own == null ? new ArrayDeque<LiveSession>() : own;
          sessions.addLast(session);
          if (kernel.rateLimits() && sessions.size() > settings.socketsPerPerson()) {
            sessions.removeFirst().close(CloseCode.REPLACED);
          }
          return sessions;
        });
  }

  void follow(StreamId stream, LiveSession session) {
    session.listed.add(stream);
    byStream.compute(
        stream,
        (_, known) -> {
          var sessions = known == null ? ConcurrentHashMap.<LiveSession>newKeySet() : known;
          sessions.add(session);
          return sessions;
        });
    // A hello is answered while its line breaks: nobody would take the socket out again.
    if (!all.contains(session)) unfollow(stream, session);
  }

  Collection<LiveSession> of(StreamId stream) {
    return byStream.getOrDefault(stream, Set.of());
  }

  /// Those that said hello. A copy: they come and go meanwhile.
  List<LiveSession> of(PersonId person) {
    var found = new ArrayList<LiveSession>();
    byPerson.computeIfPresent(
        person,
        (_, own) -> {
          own.stream().filter(session -> !session.device.isEmpty()).forEach(found::add);
          return own;
        });
    return found;
  }

  Collection<StreamId> streams() {
    return byStream.keySet();
  }

  Collection<LiveSession> all() {
    return all;
  }

  private void unfollow(StreamId stream, LiveSession session) {
    byStream.computeIfPresent(
        stream,
        (_, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  void remove(LiveSession session) {
    all.remove(session);
    session.listed.forEach(stream -> unfollow(stream, session));
    byPerson.computeIfPresent(
        session.person,
        (_, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }
}
