package app.haven.client;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cookies as a browser keeps them for localhost: it counts as safe without TLS, which the JDK's
/// own jar does not know.
final class CookieJar extends CookieHandler {
  private final List<HttpCookie> kept = new ArrayList<>();

  @Override
  public synchronized Map<String, List<String>> get(URI uri, Map<String, List<String>> request) {
    var pairs =
        kept.stream()
            .filter(cookie -> uri.getPath().startsWith(cookie.getPath()))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .toList();
    return pairs.isEmpty() ? Map.of() : Map.of("Cookie", List.of(String.join("; ", pairs)));
  }

  @Override
  public synchronized void put(URI uri, Map<String, List<String>> answer) {
    answer.forEach((name, values) -> {
      if (name.equalsIgnoreCase("Set-Cookie")) values.forEach(this::keep);
    });
  }

  private void keep(String header) {
    for (var cookie : HttpCookie.parse(header)) {
      if (cookie.getPath() == null) cookie.setPath("/");
      kept.removeIf(other ->
          other.getName().equals(cookie.getName()) && other.getPath().equals(cookie.getPath()));
      if (cookie.getMaxAge() != 0) kept.add(cookie);
    }
  }

  synchronized List<HttpCookie> named(String prefix) {
    return kept.stream().filter(cookie -> cookie.getName().startsWith(prefix)).toList();
  }
}
