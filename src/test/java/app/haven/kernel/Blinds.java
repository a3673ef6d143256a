package app.haven.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What two people keep blind, in memory: for tests of a feature's rules and orders.
@SuppressWarnings("NullAway") // needs no database
public final class Blinds extends BlindRows {
  private final Map<String, BlindRow> rows = new TreeMap<>();

  /// Whether somebody else writes one of them at this very moment.
  public boolean held;

  public Blinds() {
    super(null);
  }

  private static String key(PersonId author, String kind, UUID thing) {
    return author.value() + "/" + kind + "/" + thing;
  }

  /// All that is kept, of anybody.
  public List<BlindRow> all() {
    return List.copyOf(rows.values());
  }

  @Override
  protected Optional<BlindRow> hold(PersonId author, String kind, UUID thing) {
    return of(author, kind, thing);
  }

  @Override
  protected Optional<BlindRow> of(PersonId author, String kind, UUID thing) {
    return Optional.ofNullable(rows.get(key(author, kind, thing)));
  }

  @Override
  protected List<BlindRow> both(BlindThing thing) {
    return rows.values().stream()
        .filter(row ->
            row.couple().equals(thing.couple())
                && row.kind().equals(thing.kind())
                && row.thing().equals(thing.id()))
        .toList();
  }

  @Override
  protected List<BlindRow> holdBoth(BlindThing thing) {
    return both(thing).stream().skip(held ? 1 : 0).toList();
  }

  @Override
  protected void keep(PersonId author, BlindThing thing, long seq) {
    rows.merge(
        key(author, thing.kind(), thing.id()),
        new BlindRow(author, thing.couple(), thing.kind(), thing.id(), seq, false, false),
        (before, now) ->
            new BlindRow(
                author,
                before.couple(),
                before.kind(),
                before.thing(),
                seq,
                before.ready(),
                before.revealed()));
  }

  @Override
  protected void setReady(PersonId author, BlindThing thing, boolean ready) {
    rows.computeIfPresent(
        key(author, thing.kind(), thing.id()),
        (_, row) ->
            new BlindRow(
                author,
                row.couple(),
                row.kind(),
                row.thing(),
                row.keptSeq(),
                ready,
                row.revealed()));
  }

  @Override
  protected void setRevealed(BlindThing thing) {
    for (var row : both(thing)) {
      rows.put(
          key(row.author(), row.kind(), row.thing()),
          new BlindRow(
              row.author(),
              row.couple(),
              row.kind(),
              row.thing(),
              row.keptSeq(),
              row.ready(),
              true));
    }
  }

  @Override
  protected void remove(PersonId author, String kind, UUID thing) {
    rows.remove(key(author, kind, thing));
  }

  @Override
  protected List<BlindRow> page(PersonId author, String kind, Page.Asked asked) {
    return rows.values().stream()
        .filter(row -> row.author().equals(author) && row.kind().equals(kind))
        .filter(row -> row.keptSeq() < asked.before())
        .sorted(Comparator.comparingLong(BlindRow::keptSeq).reversed())
        .limit(asked.rows())
        .toList();
  }

  @Override
  public void erase(PersonId person) {
    rows.values().removeIf(row -> row.author().equals(person));
  }
}
