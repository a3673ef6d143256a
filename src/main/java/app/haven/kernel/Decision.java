package app.haven.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a feature answers to a command or a timer: what happened, which timers it sets and removes,
/// and how its own rows remember it.
///
/// @param set a timer of the same key is replaced
/// @param dropped removing what does not stand is fine
/// @param erased events of the same stream whose words their author takes back
/// @param author who a timer speaks for, where it sends what somebody wrote earlier: the words stay
///   theirs, to read and to erase. Null where the system speaks, and for commands
/// @param saving called once, after the events have their numbers, in the same transaction
public record Decision(
    List<Fact> facts,
    List<Timer> set,
    List<Timer.Key> dropped,
    List<Long> erased,
    Saving saving,
    @Nullable PersonId author) {

  /// Remembers what happened in the feature's own rows.
  @FunctionalInterface
  public interface Saving {
    /// @param seqs the numbers the facts were given, in their order
    void save(List<Long> seqs);
  }

  public static Decision of(Fact fact, Saving saving) {
    return new Decision(List.of(fact), List.of(), List.of(), List.of(), saving, null);
  }

  /// Someone takes back words they wrote: what is left of the thing is a neutral trace.
  ///
  /// @param seqs the events that hold them
  public static Decision erasing(Target target, WordsErased thing, List<Long> seqs, Saving saving) {
    var fact = new Fact(target, WordsErased.KIND, thing);
    return new Decision(List.of(fact), List.of(), List.of(), List.copyOf(seqs), saving, null);
  }

  /// A timer that found nothing left to do.
  public static Decision nothing() {
    return new Decision(List.of(), List.of(), List.of(), List.of(), _ -> {}, null);
  }

  public Decision setting(List<Timer> timers) {
    return new Decision(facts, List.copyOf(timers), dropped, erased, saving, author);
  }

  public Decision dropping(List<Timer.Key> timers) {
    return new Decision(facts, set, List.copyOf(timers), erased, saving, author);
  }

  /// Remembers more, after what is remembered already.
  public Decision also(Saving more) {
    Saving both =
        seqs -> {
          saving.save(seqs);
          more.save(seqs);
        };
    return new Decision(facts, set, dropped, erased, both, author);
  }

  /// The fact says itself what is taken back; the words of these events go, as with [#erasing].
  public Decision takingBack(List<Long> seqs) {
    return new Decision(facts, set, dropped, List.copyOf(seqs), saving, author);
  }

  public Decision inTheNameOf(PersonId person) {
    return new Decision(facts, set, dropped, erased, saving, person);
  }
}
