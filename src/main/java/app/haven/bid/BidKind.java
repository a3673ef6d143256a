package app.haven.bid;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What is reached out for.
enum BidKind {
  LOOK,
  LAUGH,
  HUG,
  TALK,
  COMPANY,
  HELP,
  VIEW,
  GOOD_NEWS,
  APPRECIATE,
  PLAN,
  PLAY,
  REASSURE;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BidKind of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
