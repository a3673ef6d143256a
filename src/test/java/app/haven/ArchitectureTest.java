package app.haven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.kernel.Clocks;
import app.haven.kernel.Decider;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The arrows and habits of the code, held.
class ArchitectureTest {
  private static final JavaClasses HAVEN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.haven");

  /// A package may use those named here and itself. Features never use each other.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("kernel", Set.of()),
          Map.entry("vault", Set.of("kernel")),
          Map.entry("web", Set.of("kernel")),
          Map.entry("identity", Set.of("kernel", "vault", "web")),
          Map.entry("pairing", Set.of("kernel", "vault", "identity")),
          Map.entry("timeout", Set.of("kernel", "vault")),
          Map.entry("signal", Set.of("kernel", "vault")),
          Map.entry("gratitude", Set.of("kernel", "vault")),
          Map.entry("bid", Set.of("kernel", "vault")),
          Map.entry("concern", Set.of("kernel", "vault")),
          Map.entry("expectation", Set.of("kernel", "vault")),
          Map.entry("worksheet", Set.of("kernel", "vault")),
          Map.entry("need", Set.of("kernel", "vault")),
          Map.entry("agreement", Set.of("kernel", "vault")),
          Map.entry("weekly", Set.of("kernel", "vault")),
          Map.entry("repair", Set.of("kernel", "vault")),
          Map.entry("promise", Set.of("kernel", "vault")),
          Map.entry("tank", Set.of("kernel", "vault")),
          Map.entry("hold", Set.of("kernel", "vault")),
          Map.entry("checkin", Set.of("kernel", "vault")),
          Map.entry("question", Set.of("kernel", "vault")),
          Map.entry("activity", Set.of("kernel", "vault")),
          Map.entry("phonesdown", Set.of("kernel", "vault")),
          Map.entry("feeling", Set.of("kernel", "vault")),
          Map.entry("carecard", Set.of("kernel", "vault")),
          Map.entry("plan", Set.of("kernel", "vault")),
          Map.entry("live", Set.of("kernel", "web")),
          Map.entry("safety", Set.of("kernel", "identity", "pairing")),
          Map.entry("notify", Set.of("kernel", "identity")),
          Map.entry("operating", Set.of("kernel")),
          Map.entry("settings", Set.of("kernel", "vault", "notify")));

  private static final List<String> FEATURES =
      List.of(
          "timeout",
          "signal",
          "bid",
          "repair",
          "gratitude",
          "concern",
          "expectation",
          "worksheet",
          "need",
          "agreement",
          "weekly",
          "promise",
          "tank",
          "hold",
          "checkin",
          "question",
          "activity",
          "phonesdown",
          "feeling",
          "plan",
          "carecard");
  private static final int LONGEST_CLASS = 250;

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  @Test
  void everyPackageSaysWhereItsArrowsGo() {
    assertThat(namesOfPackages()).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  private static Set<String> namesOfPackages() {
    return HAVEN.stream()
        .map(type -> type.getPackageName())
        .filter(name -> name.startsWith("app.haven."))
        .map(name -> name.substring("app.haven.".length()))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theArrowsHold(String name) {
    var others =
        ARROWS.keySet().stream()
            .filter(other ->
                !other.equals(name) && !ARROWS.getOrDefault(name, Set.of()).contains(other))
            .map(other -> "app.haven." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("app.haven." + name + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .check(HAVEN);
  }

  @Test
  void onlyTheClockTellsTheTime() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Clocks.class)
        .should()
        .callMethodWhere(describe("the time is read without a clock", ArchitectureTest::readsTime))
        .check(HAVEN);
    // Exactly this one: java.sql.Timestamp, which the driver gives, is a Date too.
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(Date.class.getName())
        .check(HAVEN);
    noClasses().should().dependOnClassesThat().areAssignableTo(Calendar.class).check(HAVEN);
  }

  private static boolean readsTime(JavaMethodCall call) {
    var owner = call.getTargetOwner().getName();
    var name = call.getTarget().getName();
    boolean now = owner.startsWith("java.time.") && name.equals("now");
    boolean blind =
        call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
    return (now && blind)
        || (owner.equals(Clock.class.getName()) && name.startsWith("system"))
        || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"));
  }

  @Test
  void whoDecidesReadsNoClock() {
    noClasses()
        .that()
        .areAssignableTo(Decider.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(HAVEN);
  }

  @Test
  void rulesKnowNoFramework() {
    noClasses()
        .that()
        .haveNameMatching(
            "app\\.haven\\.(timeout\\.Timeout(Command|Event|Timers|Refusals)?|signal\\.Signal|bid\\.(Bid(Kind|Command|Event|Timers|Refusals)?|Answer|Wanted|Note(Command|Event)?)"
                + "|gratitude\\.(Gratitude(Command|Event|Refusals)?|Resurfacing|Search(Words|Place))"
                + "|repair\\.(Repair(Command|Event|Timers|Refusals)?|FollowUp|Answer|Phrase)"
                + "|concern\\.(Concern(Command|Event|Timers|Refusals)?|How|State)"
                + "|expectation\\.(Expectation(Command|Event|Refusals)?|Topic|Line|Mark|State)"
                + "|worksheet\\.(Worksheet(Command|Event|Refusals)?|Layer|State)"
                + "|question\\.(Question(Command|Event|Refusals)?|Own|Turn|Deck|Asks|Depth|State)"
                + "|activity\\.(Activity(Command|Event|Timers|Refusals)?|Answer|Catalog|State|Which)"
                + "|phonesdown\\.(PhonesDown(Command|Event)|Slot(Timers|Refusals)?|Proposing|State)"
                + "|need\\.((Need|Boundary)(Command|Event|Timers|Refusals)?|Answer|Card|Longs|Reminder|Sharing|Times)"
                + "|carecard\\.(Section|Carecard(Command|Event))"
                + "|plan\\.(Plan(Command|Event|Refusals)?|Surprise|Answer|Idea(Command|Event)?)"
                + "|agreement\\.(Agreement(Command|Event|Timers|Refusals)?|Wording|Moment|Pending|Chain|Kind|State)"
                + "|weekly\\.(Rhythm(Command|Event)?|Weekly(Command|Event|Refusals)?|Item|Met|Answers|Form|State|Feed(Secret|Zone)?)"
                + "|promise\\.(Promise(Command|Event|Timers|Refusals)?|State)"
                + "|tank\\.Tank(Command|Event)|hold\\.Hold(Command|Event)?"
                + "|checkin\\.(Checkin(Command|Event)?|Need|Offer|Favourite(Command|Event)))(\\$.*)?")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.agroal.."))
        .check(HAVEN);
  }

  @Test
  void featuresKeepTheirClassesToThemselves() {
    for (var feature : FEATURES) {
      classes()
          .that()
          .resideInAPackage("app.haven." + feature)
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic()
          .check(HAVEN);
    }
  }

  @Test
  void whatAClassNeedsStandsInItsConstructor() {
    fields().should().notBeAnnotatedWith(Inject.class).check(HAVEN);
  }

  /// Its common pool is one thread on two cores: what blocks there holds up every WebSocket of the
  /// JDK, and what should race does not.
  @Test
  void nobodyWaitsInTheCommonPool() {
    var everything = new ClassFileImporter().importPackages("app.haven");
    noClasses()
        .should()
        .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
        .orShould()
        .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
        .check(everything);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (var name : namesOfPackages()) {
      assertThat(HAVEN.getPackage("app.haven." + name).isAnnotatedWith(NullMarked.class))
          .as("app.haven.%s is @NullMarked", name)
          .isTrue();
    }
  }

  @Test
  void classesStaySmall() {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .allSatisfy(
              file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_CLASS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
