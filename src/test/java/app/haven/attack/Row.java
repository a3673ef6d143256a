package app.haven.attack;

import app.haven.client.Api;
import app.haven.client.Api.Answer;
import app.haven.client.Home;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What each of the five may do with one endpoint or command.
final class Row {
  /// How an attempt ends.
  sealed interface Outcome {}

  /// The entitled one succeeds, and the effect is seen.
  record Works(int status, BiConsumer<World, Answer> effect) implements Outcome {}

  /// It is about the caller's own things alone; the others notice nothing.
  record Own(int status) implements Outcome {}

  /// A clear refusal; nothing changes.
  record Refused(int status, String code) implements Outcome {}

  /// What a role sends.
  interface Attempt {
    Answer send(Api who, World world, Role role);
  }

  final String name;
  final Function<Home, World> given;
  final Attempt attempt;

  /// For commands: the same through the other door.
  final @Nullable Function<World, ObjectNode> command;

  private final Map<Role, Outcome> outcomes = new EnumMap<>(Role.class);

  private Row(
      String name,
      Function<Home, World> given,
      Attempt attempt,
      @Nullable Function<World, ObjectNode> command) {
    this.name = name;
    this.given = given;
    this.attempt = attempt;
    this.command = command;
    refused(Role.NOBODY, 401, "sign-in");
  }

  /// @param name method and path, as OpenAPI has them
  static Row endpoint(String name, Function<Home, World> given, Attempt attempt) {
    return new Row(name, given, attempt, null);
  }

  /// @param data for the command, new for each attempt
  /// @param ours whether the couple stands on it
  static Row command(
      String kind, boolean ours, Function<Home, World> given, Function<World, ObjectNode> data) {
    Function<World, ObjectNode> command =
        w -> Api.command(Api.id(), ours ? w.couple : null, kind, data.apply(w));
    return new Row(
        kind, given, (who, w, _) -> who.post("/api/v1/commands", command.apply(w)), command);
  }

  Row works(Role role, int status, BiConsumer<World, Answer> effect) {
    return put(role, new Works(status, effect));
  }

  Row own(int status, Role... roles) {
    for (var role : roles) put(role, new Own(status));
    return this;
  }

  Row refused(Role role, int status, String code) {
    return put(role, new Refused(status, code));
  }

  Row refusedOthers(int status, String code) {
    return refused(Role.STRANGER, status, code).refused(Role.FORMER, status, code);
  }

  private Row put(Role role, Outcome outcome) {
    outcomes.put(role, outcome);
    return this;
  }

  Outcome outcome(Role role) {
    return Objects.requireNonNull(outcomes.get(role), () -> name + " says nothing about " + role);
  }

  @Override
  public String toString() {
    return name;
  }
}
