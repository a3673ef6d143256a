package app.haven.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Home;
import app.haven.local.Http;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppPagesIT {
  private static final Path ROUTES = Path.of("src/main/webui/src/routes.json");
  private static Home home;

  @BeforeAll
  static void open() {
    home = new Home("app-pages", Map.of());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(home.node().uri().resolve(path)).build();
    return Http.CLIENT.send(request, BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void everyRouteOfTheWebAppIsThePageItself() throws Exception {
    var shell = get("/").body();
    assertThat(shell).contains("<div id=\"app\">");
    List<String> paths = new ArrayList<>();
    for (JsonNode route : new ObjectMapper().readTree(ROUTES.toFile())) {
      paths.add(route.path("path").asText());
    }
    assertThat(paths).hasSizeGreaterThan(15);
    for (var path : paths) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).isEqualTo(shell);
      assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-cache");
      assertThat(header(answer, "Content-Security-Policy")).as(path).contains("default-src 'none'");
    }
  }

  @Test
  void whatIsNoPageStaysWhatItIs() throws Exception {
    assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/assets/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/nothing.js").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(get("/q/health/live").body()).contains("UP");
  }

  @Test
  void theDescriptionsOfBothDoorsAreServedToAnybody() throws Exception {
    var live = get("/asyncapi.yaml");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).isEqualTo(Files.readString(Path.of("docs/asyncapi.yaml")));
    assertThat(get("/q/openapi").body()).contains("/api/v1/timeouts/{id}", "TimeoutView");
  }

  @Test
  void theFilesOfAnInstalledAppHaveTheirTypeAndAreAskedForAnew() throws Exception {
    var manifest = get("/manifest.webmanifest");
    assertThat(header(manifest, "Content-Type")).isEqualTo("application/manifest+json");
    var worker = get("/sw.js");
    assertThat(header(worker, "Content-Type")).startsWith("text/javascript");
    assertThat(header(worker, "Cache-Control")).isEqualTo("no-cache");
    assertThat(worker.body()).contains("/assets/index-");
  }
}
