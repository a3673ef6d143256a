package app.haven.live;

import static app.haven.live.BadFrame.command;
import static app.haven.live.BadFrame.row;

import java.util.List;

/// Commands of which one field is wrong, or just not.
final class BadValues {
  private BadValues() {}

  /// A command of which everything but `data` is right.
  private static BadFrame call(String name, String answer, String data) {
    return row(
        name, answer, command("'couple':'$couple','kind':'timeout.call','data':{" + data + "}"));
  }

  private static BadFrame words(String name, String answer, String reassurance) {
    return call(
        name, answer, "'timeout':'$new','minutes':30,'reassurance':\"" + reassurance + "\"");
  }

  private static BadFrame minutes(String answer, String minutes) {
    return call(minutes + " minutes", answer, "'timeout':'$new','minutes':" + minutes);
  }

  private static BadFrame returnAt(String answer, String time) {
    return call(time, answer, "'timeout':'$new','returnAt':'" + time + "'");
  }

  static List<BadFrame> words() {
    return List.of(
        words("500 letters", "ok", "a".repeat(500)),
        words("501 letters", "invalid [reassurance] its id", "a".repeat(501)),
        words("500 emoji", "ok", "😀".repeat(500)),
        words("501 emoji", "invalid [reassurance] its id", "😀".repeat(501)),
        words("blank words", "invalid [reassurance] its id", " \\n "),
        words("a new line", "ok", "one\\ntwo"),
        words("U+0000", "invalid [reassurance] its id", "a\\u0000b"),
        words("a lone high surrogate", "invalid [reassurance] its id", "a\\ud83d"),
        words("a lone low surrogate", "invalid [reassurance] its id", "\\ude00b"),
        words("surrogates the wrong way round", "invalid [reassurance] its id", "\\ude00\\ud83d"),
        words("a pair of escapes", "ok", "\\ud83d\\ude00"),
        words("a tab", "invalid [reassurance] its id", "a\\tb"),
        words("a carriage return", "invalid [reassurance] its id", "a\\r\\nb"),
        words("escape", "invalid [reassurance] its id", "\\u001b[2J"),
        words("delete", "invalid [reassurance] its id", "a\\u007fb"),
        words("next line", "invalid [reassurance] its id", "a\\u0085b"),
        words("writing from right to left", "ok", "\u200fשלום"),
        call(
            "a topic of 281",
            "invalid [topic] its id",
            "'timeout':'$new','minutes':30,'topic':'" + "a".repeat(281) + "'"),
        call(
            "a feeling of 81",
            "invalid [feeling] its id",
            "'timeout':'$new','minutes':30,'feeling':'" + "a".repeat(81) + "'"),
        call(
            "words that are a number",
            "invalid [topic] its id",
            "'timeout':'$new','minutes':30,'topic':7"),
        call(
            "an unknown field",
            "invalid [mood] its id",
            "'timeout':'$new','minutes':30,'mood':'low'"),
        call(
            "a field that nobody may read back",
            "invalid [?] its id",
            "'timeout':'$new','minutes':30,'my secret':1"),
        call(
            "a lone surrogate as a field",
            "invalid [?] its id",
            "'timeout':'$new','minutes':30,'\\ud83d':1"),
        call(
            "three at once",
            "invalid [minutes, mood, timeout] its id",
            "'timeout':'1-2-3-4-5','minutes':'soon','mood':1"),
        call("no time-out id", "invalid [timeout] its id", "'minutes':30"),
        call("an id that is taken", "conflict its id", "'timeout':'$timeout','minutes':30"));
  }

  static List<BadFrame> times() {
    return List.of(
        minutes("too-soon its id", "-1"),
        minutes("too-soon its id", "0"),
        minutes("too-soon its id", "4"),
        minutes("ok", "5"),
        minutes("ok", "1440"),
        minutes("too-long its id", "1441"),
        minutes("ok", "30.0"),
        minutes("invalid [minutes] its id", "30.5"),
        minutes("invalid [minutes] its id", "'30'"),
        minutes("invalid [minutes] its id", "true"),
        minutes("invalid [minutes] its id", "2147483648"),
        minutes("invalid [minutes] its id", "1e400"),
        call(
            "neither minutes nor returnAt",
            "invalid [minutes, returnAt] its id",
            "'timeout':'$new'"),
        call(
            "both minutes and returnAt",
            "invalid [minutes, returnAt] its id",
            "'timeout':'$new','minutes':30,'returnAt':'$soon'"),
        returnAt("ok", "$soon"),
        returnAt("ok", "$soonElsewhere"),
        returnAt("too-soon its id", "2020-01-01T00:00:00Z"),
        returnAt("too-long its id", "2199-12-31T23:59:59Z"),
        returnAt("invalid [returnAt] its id", "9999-12-31T23:59:59Z"),
        returnAt("invalid [returnAt] its id", "1999-12-31T23:59:59Z"),
        returnAt("invalid [returnAt] its id", "2026-11-21T18:30:00"),
        returnAt("invalid [returnAt] its id", "2026-11-21"),
        returnAt("invalid [returnAt] its id", "2026-02-30T18:30:00Z"),
        returnAt("invalid [returnAt] its id", "2026-11-21T25:00:00Z"),
        returnAt("invalid [returnAt] its id", "2026-11-21T18:30:00+19:00"),
        returnAt("invalid [returnAt] its id", "tomorrow"),
        call(
            "a time that is a number",
            "invalid [returnAt] its id",
            "'timeout':'$new','returnAt':1795285800"));
  }
}
