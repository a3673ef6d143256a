package app.haven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class DockerTest {
  private static final String DOCKERFILE = Repo.text("docker/Dockerfile");
  private static final String COMPOSE_TEXT = Repo.text("docker/compose.yaml");
  private static final JsonNode COMPOSE = Repo.yaml(Repo.at("docker/compose.yaml")).getFirst();
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
  private static final Pattern COPY_BUILT =
      Pattern.compile("(?m)^COPY --from=build /haven/target/quarkus-app/(\\S*) ");
  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-][^}]*)?}");

  @Test
  void theImageCopiesFilesThatExist() {
    var copied =
        COPY.matcher(DOCKERFILE).results().flatMap(m -> Stream.of(m.group(1).split(" ", -1)));
    assertThat(copied).isNotEmpty().allSatisfy(path -> assertThat(Repo.at(path)).exists());
  }

  @Test
  void whatTheImageCopiesIsNotIgnored() {
    var let = Repo.text("docker/Dockerfile.dockerignore").lines().toList();
    assertThat(let).contains("*");
    COPY.matcher(DOCKERFILE)
        .results()
        .flatMap(m -> Stream.of(m.group(1).split(" ", -1)))
        .forEach(path -> assertThat(let).contains("!" + path));
  }

  /// The four parts of Quarkus' fast jar, in the order in which they change.
  @Test
  void layersGoFromWhatChangesSeldomToWhatChangesOften() {
    var parts = COPY_BUILT.matcher(DOCKERFILE).results().map(m -> m.group(1)).toList();
    assertThat(parts).containsExactly("lib/", "quarkus-run.jar", "quarkus/", "app/");
  }

  @Test
  void theImageRunsAsANumberThatIsNotRootOnAPinnedJava25() {
    var bases = FROM.matcher(DOCKERFILE).results().map(m -> m.group(1)).toList();
    assertThat(bases).allSatisfy(DockerTest::pinned);
    assertThat(bases.getLast()).startsWith("eclipse-temurin:25.").contains("-jre");
    assertThat(DOCKERFILE).containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$");
    assertThat(DOCKERFILE).contains("HEALTHCHECK").contains("/q/health/ready");
  }

  private static void pinned(String image) {
    assertThat(image).matches("[a-z/.-]+:\\d+\\.\\d+\\S*");
  }

  @Test
  void composeImagesArePinnedToTheVersionsThatTheTestsRunOn() {
    var images = services().filter(s -> !s.has("build")).map(s -> s.required("image").textValue());
    assertThat(images)
        .allSatisfy(DockerTest::pinned)
        .containsExactlyInAnyOrder(
            "postgres:" + Repo.pomProperty("postgres.version").replaceFirst("\\.0$", ""),
            "keycloak/keycloak:" + Repo.pomProperty("keycloak.version"),
            "apache/kafka:" + kafkaVersion());
  }

  private static String kafkaVersion() {
    return AppInfoParser.getVersion();
  }

  @Test
  void composeTellsHavenAllThatItKnowsAndNothingElse() {
    assertThat(Repo.knownSettings()).hasSizeGreaterThan(10);
    assertThat(Repo.knownSettings()).containsAll(Repo.settingsIn(COMPOSE_TEXT + DOCKERFILE));
    var told = new TreeSet<String>();
    service("haven").required("environment").fieldNames().forEachRemaining(told::add);
    // The two ways to sign in exclude each other.
    told.add("HAVEN_OIDC_PUBLIC_KEY");
    assertThat(told).isEqualTo(Repo.knownSettings());
  }

  @Test
  void composeMountsAndBuildsFromFilesThatExist() {
    var mounted =
        services()
            .flatMap(service -> Repo.each(service.path("volumes")))
            .map(JsonNode::textValue)
            .filter(volume -> volume.startsWith("."))
            .map(volume -> volume.substring(0, volume.indexOf(':')));
    assertThat(mounted)
        .hasSize(2)
        .allSatisfy(path -> assertThat(Repo.at("docker/" + path)).exists());
    assertThat(services().filter(service -> service.has("build")).map(s -> s.required("build")))
        .hasSize(2)
        .allSatisfy(build -> {
          var context = "docker/" + build.required("context").textValue();
          assertThat(Repo.at(context + "/" + build.required("dockerfile").textValue())).exists();
        });
    assertThat(List.of("docker/up", "docker/postgres/databases.sh"))
        .allSatisfy(path -> assertThat(Files.isExecutable(Repo.at(path))).isTrue());
  }

  @Test
  void composeNeedsEverySecretAndTheExampleHoldsNone() {
    var example = Repo.text("docker/.env.example").lines().filter(l -> !l.startsWith("#")).toList();
    assertThat(example).allMatch(line -> line.matches("[A-Z_]+="));
    var names =
        example.stream().map(l -> l.substring(0, l.length() - 1)).collect(Collectors.toSet());
    assertThat(variables(":?")).isEqualTo(names);
    assertThat(variables(":-"))
        .isEqualTo(
            Set.of(
                "HAVEN_PUBLIC_URL",
                "KEYCLOAK_PUBLIC_URL",
                "HAVEN_KAFKA",
                "HAVEN_MAIL_HOST",
                "HAVEN_MAIL_FROM",
                "HAVEN_MAIL_USER",
                "HAVEN_MAIL_PASSWORD",
                "HAVEN_MAIL_TLS"));
    assertThat(COMPOSE_TEXT).doesNotContain("haven-demo-secret");
    assertThat(Repo.text(".gitignore").lines()).contains("/docker/.env");
  }

  /// Names of `${NAME:?…}` or `${NAME:-…}`.
  private static Set<String> variables(String how) {
    return VARIABLE
        .matcher(COMPOSE_TEXT)
        .results()
        .filter(m -> m.group(2) != null && m.group(2).startsWith(how))
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void composeOpensPortsToThisMachineAloneAndTakesHavensRightsAway() {
    var ports =
        services().flatMap(service -> Repo.each(service.path("ports"))).map(JsonNode::textValue);
    assertThat(ports).hasSize(2).allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(Stream.of("haven", "keys").map(DockerTest::service))
        .allSatisfy(service -> {
          assertThat(service.required("read_only").booleanValue()).isTrue();
          assertThat(Repo.texts(service.required("cap_drop"))).containsExactly("ALL");
          assertThat(Repo.texts(service.required("security_opt")))
              .contains("no-new-privileges:true");
          assertThat(service.has("privileged")).isFalse();
        });
  }

  @Test
  void kafkaIsAProfile() {
    assertThat(Repo.texts(service("kafka").required("profiles"))).containsExactly("kafka");
    assertThat(services().filter(service -> service.has("profiles"))).hasSize(1);
  }

  private static Stream<JsonNode> services() {
    return Repo.each(COMPOSE.required("services"));
  }

  private static JsonNode service(String name) {
    return COMPOSE.required("services").required(name);
  }
}
