package app.haven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A document that says what is no longer so is worse than none: what can be compared, is.
class DocsTest {
  /// A class of ours, maybe with one of its members. Names of others stand without backticks.
  private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]\\w*)(?:\\.(\\w+))?(?:\\(\\))?");

  private static final Pattern FILE =
      Pattern.compile(
          "(src|docs|docker|k8s|\\.ci)/[\\w./*-]+|[\\w-]+/[\\w/.-]+\\.(ts|svelte|sql|java)|[\\w-]+\\.ts");

  /// Written by `docker/up`.
  private static final Set<String> MADE_LATER = Set.of("docker/.env");

  @Test
  void everyLinkAndImageLeadsSomewhere() {
    var dead = new ArrayList<String>();
    for (var page : Documents.all()) {
      Documents.links(page)
          .filter(link -> !link.matches("https?://.*") && !leads(page, link))
          .forEach(link -> dead.add(page.getFileName() + ": " + link));
    }
    assertThat(dead).isEmpty();
  }

  private static boolean leads(Path page, String link) {
    var parts = link.split("#", 2);
    var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1 || Documents.anchors(target).contains(parts[1]));
  }

  @Test
  void everyPageOfDocsIsFoundFromTheReadme() {
    var linked =
        Documents.links(Documents.ROOT.resolve("README.md"))
            .map(link -> Documents.ROOT.resolve(link.replaceFirst("#.*", "")).normalize())
            .collect(Collectors.toSet());
    assertThat(Documents.all().stream().filter(page -> !page.endsWith("README.md")).toList())
        .isNotEmpty()
        .allMatch(linked::contains);
  }

  @Test
  void everySettingIsExplainedToOperatorsAndNoOtherIsNamed() throws ReflectiveOperationException {
    var settings = names("app.haven.settings.Setting");
    assertThat(Documents.settings(Documents.ROOT.resolve("docs/operating.md")))
        .containsExactlyInAnyOrderElementsOf(settings);
    for (var page : Documents.all()) {
      assertThat(settings).as("%s", page).containsAll(Documents.settings(page));
    }
  }

  private static Set<String> names(String type) throws ReflectiveOperationException {
    return Arrays.stream(Class.forName(type).getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.toSet());
  }

  @Test
  void everyClassInBackticksExists() {
    var classes = Documents.classes();
    var unknown = new ArrayList<String>();
    for (var page : Documents.all()) {
      Documents.code(page)
          .forEach(code -> {
            var name = CLASS.matcher(code);
            if (!name.matches()) return;
            var source = classes.get(name.group(1));
            boolean known = source != null && (name.group(2) == null || has(source, name.group(2)));
            if (!known) unknown.add(page.getFileName() + ": " + code);
          });
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean has(String source, String member) {
    return Pattern.compile("\\b" + Pattern.quote(member) + "\\b").matcher(source).find();
  }

  @Test
  void everyFileInBackticksExists() {
    var unknown = new ArrayList<String>();
    for (var page : Documents.all()) {
      Documents.code(page)
          .filter(code -> FILE.matcher(code).matches() && !code.contains("*") && !exists(code))
          .forEach(code -> unknown.add(page.getFileName() + ": " + code));
    }
    assertThat(unknown).isEmpty();
  }

  /// A source of the web app may be named from its own root.
  private static boolean exists(String file) {
    return MADE_LATER.contains(file)
        || Files.exists(Documents.ROOT.resolve(file))
        || Files.exists(Documents.ROOT.resolve("src/main/webui/src").resolve(file));
  }

  @Test
  void theGuideToTheProtocolKnowsEveryProblemWithItsStatus() {
    var guide = Documents.text("docs/protocol.md");
    for (var code : Refusal.Code.values()) {
      assertThat(guide).containsPattern("\\| `" + code.wire + "` \\| " + code.status + " \\|");
    }
    assertThat(rows(guide, "[a-z-]+", "\\d{3}")).hasSize(Refusal.Code.values().length);
  }

  private static Set<String> rows(String guide, String first, String second) {
    return Documents.found(
        Pattern.compile("(?m)^\\| `(" + first + ")` \\| " + second + " \\|"), guide, 1);
  }

  @Test
  void theGuideToTheProtocolKnowsEveryCloseCode() throws ReflectiveOperationException {
    var guide = Documents.text("docs/protocol.md");
    for (var constant : Class.forName("app.haven.live.CloseCode").getEnumConstants()) {
      var code = constant.getClass().getDeclaredField("code");
      code.setAccessible(true);
      assertThat(guide).containsPattern("(?m)^\\| `" + code.getInt(constant) + "` \\|");
    }
  }

  @Test
  void theGuideToTheProtocolKnowsEveryCommandAndEvent() {
    var guide = Documents.text("docs/protocol.md");
    for (var folder : new String[] {"commands", "events"}) {
      var kinds =
          Documents.files("src/test/resources/golden/" + folder)
              .map(file -> file.getFileName().toString().split("\\."))
              .map(parts -> parts[0] + "." + parts[1])
              .collect(Collectors.toSet());
      assertThat(kinds).isNotEmpty();
      assertThat(kinds).allMatch(kind -> guide.contains("`" + kind + "`"));
    }
  }

  @Test
  void everyMeasureIsExplainedToOperators() {
    var sources = String.join("\n", Documents.classes().values());
    var measured =
        Documents.found(
            Pattern.compile("(?:timer|gauge|counter|summary|builder)\\(\\s*\"(haven\\.[a-z.]+)\""),
            sources,
            1);
    assertThat(measured).isNotEmpty();
    var operating = Documents.text("docs/operating.md");
    assertThat(measured).allMatch(name -> operating.contains("`" + name.replace('.', '_')));
  }
}
