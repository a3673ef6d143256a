package app.haven.notify;

import app.haven.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// What a push carries: which buttons to show, and nothing else. No name, no word, no id: the
/// service worker asks this server what a button is about, with the person's own sign-in, when it
/// is tapped. Always of one size, so that its length tells nothing to the push service on the way.
final class Payload {
  static final int SIZE = 64;

  private Payload() {}

  static byte[] of(Reach.Buttons buttons) {
    byte[] json = Json.write(Map.of("buttons", buttons)).getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[SIZE];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(json, 0, padded, 0, json.length);
    return padded;
  }
}
