package app.haven.checkin;

import app.haven.kernel.Words;
import java.util.UUID;

/// Own words to answer with, kept at hand. Nobody else knows of them.
sealed interface FavouriteCommand {
  UUID favourite();

  /// Once more with the same id replaces its words.
  record Keep(UUID favourite, @Words String words) implements FavouriteCommand {}

  record Drop(UUID favourite) implements FavouriteCommand {}
}
