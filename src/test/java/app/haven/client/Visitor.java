package app.haven.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies, follows redirects, fills in the sign-in form.
public final class Visitor {
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  private final URI home;
  private final CookieJar jar = new CookieJar();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();

  public Visitor(URI home) {
    this.home = home;
  }

  /// Signs in with a demo account, whose password is its name.
  ///
  /// @return every answer on the way, the last being the page it led to
  public List<HttpResponse<String>> signIn(String name) {
    var way = new ArrayList<>(follow(get(home.resolve("/sign-in"))));
    var form = FORM.matcher(way.getLast().body());
    if (!form.find()) throw new AssertionError("no sign-in form: " + way.getLast().body());
    var fields = "username=%1$s&password=%1$s".formatted(URLEncoder.encode(name, UTF_8));
    var filled =
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields))
            .build();
    way.addAll(follow(filled));
    return way;
  }

  /// Goes where a page, opened at the top level, leads.
  public List<HttpResponse<String>> visit(String path) {
    return follow(get(home.resolve(path)));
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  private List<HttpResponse<String>> follow(HttpRequest request) {
    var way = new ArrayList<HttpResponse<String>>();
    for (var next = request; way.size() < 10; ) {
      var answer = send(next);
      way.add(answer);
      var location = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || location.isEmpty()) return way;
      next = get(next.uri().resolve(location.get()));
    }
    throw new AssertionError("redirected without end: " + way);
  }

  /// As the page's own script asks: with its origin on what changes something.
  public HttpResponse<String> ask(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(home.resolve(path)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What Haven gave this browser to remember.
  public List<HttpCookie> cookies() {
    return jar.named("q_");
  }

  /// The header a browser would send; whoever copies it is taken for this browser.
  public String cookieHeader() {
    return cookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
