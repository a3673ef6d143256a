package app.haven.notify;

import app.haven.kernel.Json;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import app.haven.kernel.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The browsers in which people asked to be reached. Runs in the caller's transaction.
@ApplicationScoped
class PushSubscriptions {
  /// More than anybody has: the oldest makes room.
  private static final int MOST = 10;

  private final Sql sql;
  private final Sealing sealing;
  private final Notices notices;

  @Inject
  PushSubscriptions(Sql sql, Sealing sealing, Notices notices) {
    this.sql = sql;
    this.sealing = sealing;
    this.notices = notices;
  }

  /// A browser that somebody else used before is theirs no longer.
  ///
  /// @param session the sign-in it comes with; null for a bearer token
  void put(
      PersonId person, UUID id, Subscription subscription, @Nullable String session, Instant now) {
    byte[] address = hash(subscription.endpoint());
    sql.list(
            "delete from push_subscription where address = ? and (person_id, id) <> (?, ?)"
                + " returning person_id, id",
            row -> new Place(new PersonId(row.getObject(1, UUID.class)), row.getString(2)),
            address,
            person,
            id)
        .forEach(place -> notices.removeAll(place.person(), place.id()));
    sql.change(
        """
        insert into push_subscription (person_id, id, content, address, session, since)
        values (?, ?, ?, ?, ?, ?)
        on conflict (person_id, id)
        do update set content = excluded.content, address = excluded.address,
                      session = excluded.session
        """,
        person,
        id,
        sealing.seal(key(person), place(person, id.toString()), bytes(Json.write(subscription))),
        address,
        session,
        now);
    sql.list(
            """
            delete from push_subscription where person_id = ? and id in (
              select id from push_subscription where person_id = ? order by since desc, id offset ?)
            returning id
            """,
            row -> row.getString(1),
            person,
            person,
            MOST)
        .forEach(old -> notices.removeAll(person, old));
  }

  private record Place(PersonId person, String id) {}

  private static byte[] hash(String endpoint) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(endpoint));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Sealing.Key key(PersonId person) {
    return new Sealing.Key(person.mine(), person);
  }

  private static String place(PersonId person, String id) {
    return "push_subscription/" + person.value() + "/" + id + "/content";
  }

  List<PushSubscriptionView> of(PersonId person) {
    return sql.list(
        "select id, since from push_subscription where person_id = ? order by since desc, id",
        row ->
            new PushSubscriptionView(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()),
        person);
  }

  /// Empty where it was removed meanwhile.
  Optional<Subscription> find(PersonId person, String id) {
    return sql.first(
            "select content from push_subscription where person_id = ? and id = ?::uuid",
            row -> row.getBytes(1),
            person,
            id)
        .flatMap(
            sealed -> Optional.ofNullable(sealing.open(key(person), place(person, id), sealed)))
        .map(PushSubscriptions::read);
  }

  private static Subscription read(byte[] content) {
    try {
      return Json.MAPPER.readValue(content, Subscription.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a subscription that is not one", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whoever holds it is the only one who puts something off for this browser.
  void lock(PersonId person, String id) {
    sql.list(
        "select 1 from push_subscription where person_id = ? and id = ?::uuid for update",
        _ -> Boolean.TRUE,
        person,
        id);
  }

  void remove(PersonId person, String id) {
    sql.change("delete from push_subscription where person_id = ? and id = ?::uuid", person, id);
    notices.removeAll(person, id);
  }

  /// @param sessions sign-ins that have ended
  void removeOf(PersonId person, Set<String> sessions) {
    for (var session : sessions) {
      sql.list(
              "delete from push_subscription where person_id = ? and session = ? returning id",
              row -> row.getString(1),
              person,
              session)
          .forEach(id -> notices.removeAll(person, id));
    }
  }

  void removeAll(PersonId person) {
    sql.list(
            "delete from push_subscription where person_id = ? returning id",
            row -> row.getString(1),
            person)
        .forEach(id -> notices.removeAll(person, id));
  }
}
