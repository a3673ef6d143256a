package app.haven.gratitude;

import app.haven.kernel.EventLog;
import app.haven.kernel.Page;
import app.haven.kernel.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks through both lists of a person, newest first. Words are sealed at rest, so they are opened
/// here, in memory, and so many at a time and no more: a search cannot hold up the node. Whoever
/// wants to look further back asks with the place that was reached.
@ApplicationScoped
class GratitudeSearch {
  /// Of each list, in one go.
  static final int LOOK = 250;

  private final Gratitudes gratitudes;
  private final EventLog log;

  @Inject
  GratitudeSearch(Gratitudes gratitudes, EventLog log) {
    this.gratitudes = gratitudes;
    this.log = log;
  }

  /// @param ours none without a partner
  Page<GratitudeView> find(
      Optional<StreamId> ours, StreamId mine, SearchWords wanted, int limit, SearchPlace from) {
    var shared = ours.map(list -> part(list, from.ours())).orElse(Part.NOTHING);
    var own = part(mine, from.mine());
    var found = new ArrayList<GratitudeView>();
    int s = 0;
    int o = 0;
    while (found.size() < limit && shared.reaches(s) && own.reaches(o)) {
      boolean sharedNext = s < shared.size() && (o == own.size() || shared.newer(s, own, o));
      if (!sharedNext && o == own.size()) break;
      var next = sharedNext ? shared.at(s++) : own.at(o++);
      if (next.holds(wanted)) found.add(next);
    }
    boolean end = shared.ends(s) && own.ends(o);
    var place = new SearchPlace(shared.place(s, from.ours()), own.place(o, from.mine()));
    return new Page<>(found, end ? null : place.text());
  }

  private Part part(StreamId list, long before) {
    var rows = gratitudes.before(list, false, before, LOOK);
    var views = GratitudeView.of(rows, log);
    // A space that closed meanwhile shows nothing.
    return views.size() == rows.size() ? new Part(rows, views) : Part.NOTHING;
  }

  /// The next stretch of a list.
  private record Part(List<GratitudeRow> rows, List<GratitudeView> views) {
    static final Part NOTHING = new Part(List.of(), List.of());

    int size() {
      return rows.size();
    }

    GratitudeView at(int i) {
      return views.get(i);
    }

    boolean newer(int i, Part other, int j) {
      return !rows.get(i).addedAt().isBefore(other.rows.get(j).addedAt());
    }

    /// Past its end there may be more, newer than what stands next in the other list.
    boolean reaches(int i) {
      return i < size() || size() < LOOK;
    }

    boolean ends(int i) {
      return i == size() && size() < LOOK;
    }

    long place(int i, long from) {
      return i == 0 ? from : rows.get(i - 1).addedSeq();
    }
  }
}
