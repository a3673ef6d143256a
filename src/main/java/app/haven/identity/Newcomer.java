package app.haven.identity;

import app.haven.kernel.PersonId;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// What a first sign-in tells about a person; they can change all of it.
record Newcomer(String subject, String displayName, Locale locale) {
  static final int LONGEST_NAME = 60;

  /// The first name first: it is for one's partner. An e-mail address is not for showing.
  private static final List<String> NAMES = List.of("given_name", "name", "preferred_username");

  static Newcomer of(JsonWebToken token, @Nullable RoutingContext request) {
    var locale = locale(token, request);
    return new Newcomer(token.getSubject(), name(token, locale), locale);
  }

  private static Locale locale(JsonWebToken token, @Nullable RoutingContext request) {
    Object claimed = token.getClaim("locale");
    if (claimed instanceof String tag) return Languages.nearest(tag);
    if (request == null || request.acceptableLanguages().isEmpty()) return Locale.ENGLISH;
    return Languages.nearest(request.acceptableLanguages().getFirst().value());
  }

  private static String name(JsonWebToken token, Locale locale) {
    for (String claim : NAMES) {
      Object claimed = token.getClaim(claim);
      if (claimed instanceof String name && usable(name)) return name;
    }
    return locale.equals(Locale.GERMAN) ? "Jemand" : "Someone";
  }

  private static boolean usable(String name) {
    return !name.contains("@") && ShownText.fits(name, LONGEST_NAME);
  }

  Person as(PersonId id) {
    return new Person(id, subject, displayName, null, ZoneId.of("UTC"), locale, null, null);
  }
}
