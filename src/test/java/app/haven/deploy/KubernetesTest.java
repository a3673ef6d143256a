package app.haven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {
  private static final List<Path> FILES = Repo.filesUnder("k8s");

  @Test
  void everyManifestParsesAndSaysWhatItIs() {
    assertThat(FILES).hasSizeGreaterThan(10).allMatch(file -> file.toString().endsWith(".yaml"));
    assertThat(FILES.stream().flatMap(file -> Repo.yaml(file).stream()))
        .allSatisfy(manifest -> {
          assertThat(manifest.path("apiVersion").textValue()).isNotBlank();
          assertThat(manifest.path("kind").textValue()).isNotBlank();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s/base", "k8s/overlays/single", "k8s/overlays/cluster"})
  void aKustomizationListsExactlyTheFilesBesideIt(String folder) {
    var kustomization = kustomization(folder);
    var listed = new TreeSet<>(Repo.texts(kustomization.required("resources")));
    Repo.each(kustomization.path("patches"))
        .map(p -> p.required("path").textValue())
        .forEach(listed::add);
    var folders = listed.stream().filter(name -> name.contains("/")).collect(Collectors.toSet());
    assertThat(folders).allSatisfy(name -> assertThat(Repo.at(folder + "/" + name)).isDirectory());
    listed.removeAll(folders);
    listed.add("kustomization.yaml");
    var there = Repo.filesUnder(folder).stream().map(file -> file.getFileName().toString());
    assertThat(there).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void everyPodKeepsTheRestrictedRules() {
    assertThat(pods()).hasSize(2).allSatisfy(KubernetesTest::restricted);
    var levels = find("Namespace", "haven").required("metadata").required("labels");
    assertThat(levels.required("pod-security.kubernetes.io/enforce").textValue())
        .isEqualTo("restricted");
  }

  private static void restricted(JsonNode pod) {
    var security = pod.required("securityContext");
    assertThat(security.required("runAsNonRoot").booleanValue()).isTrue();
    assertThat(security.required("runAsUser").intValue()).isPositive();
    assertThat(security.at("/seccompProfile/type").textValue()).isEqualTo("RuntimeDefault");
    assertThat(pod.required("automountServiceAccountToken").booleanValue()).isFalse();
    assertThat(Stream.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(pod::has);
    assertThat(Repo.each(pod.required("volumes"))).noneMatch(volume -> volume.has("hostPath"));
    assertThat(pod.has("initContainers")).isFalse();
    assertThat(Repo.each(pod.required("containers")))
        .isNotEmpty()
        .allSatisfy(KubernetesTest::confined);
  }

  private static void confined(JsonNode container) {
    var security = container.required("securityContext");
    assertThat(security.required("allowPrivilegeEscalation").booleanValue()).isFalse();
    assertThat(security.required("readOnlyRootFilesystem").booleanValue()).isTrue();
    assertThat(Repo.texts(security.at("/capabilities/drop"))).containsExactly("ALL");
    assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
    assertThat(security.has("privileged")).isFalse();
    var resources = container.required("resources");
    for (var kind : List.of("requests", "limits"))
      for (var what : List.of("cpu", "memory"))
        assertThat(resources.at("/" + kind + "/" + what).textValue()).isNotBlank();
  }

  /// A service named `haven` would set HAVEN_PORT to an address, and `kafka` KAFKA_PORT.
  @Test
  void noServiceLeaksItsNameIntoASetting() {
    assertThat(pods()).allMatch(pod -> !pod.required("enableServiceLinks").booleanValue());
  }

  @Test
  void probesAskThePathsThatHavenAnswers() {
    var haven = haven().required("containers").required(0);
    assertThat(probe(haven, "startupProbe")).isEqualTo("/q/health/live");
    assertThat(probe(haven, "livenessProbe")).isEqualTo("/q/health/live");
    assertThat(probe(haven, "readinessProbe")).isEqualTo("/q/health/ready");
  }

  private static String probe(JsonNode container, String name) {
    var get = container.required(name).required("httpGet");
    assertThat(get.required("port").textValue()).isEqualTo("http");
    return get.required("path").textValue();
  }

  @Test
  void anUpdateTakesNoNodeAwayBeforeTheNextIsReady() {
    var spec = find("Deployment", "haven").required("spec");
    assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").intValue()).isZero();
    assertThat(spec.at("/strategy/rollingUpdate/maxSurge").intValue()).isPositive();
    assertThat(haven().required("terminationGracePeriodSeconds").intValue())
        .isGreaterThanOrEqualTo(30);
    var budget = find("PodDisruptionBudget", "haven").required("spec");
    assertThat(budget.required("maxUnavailable").intValue()).isOne();
    assertThat(budget.required("selector")).isEqualTo(spec.required("selector"));
  }

  @Test
  void settingsAreOnesThatHavenKnowsAndSecretsAreReferences() {
    for (var file : FILES)
      assertThat(Repo.knownSettings())
          .as(file.toString())
          .containsAll(Repo.settingsIn(Repo.text(file)));
    assertThat(kinds()).doesNotContain("Secret");
    var container = haven().required("containers").required(0);
    assertThat(Repo.each(container.required("env")))
        .extracting(e -> e.required("name").textValue())
        .containsExactlyInAnyOrder("HAVEN_DB_PASSWORD", "HAVEN_OIDC_CLIENT_SECRET");
    assertThat(Repo.each(container.required("env")))
        .allMatch(e -> e.at("/valueFrom/secretKeyRef").isObject());
    var plain = new TreeSet<String>();
    find("ConfigMap", "haven-settings").required("data").fieldNames().forEachRemaining(plain::add);
    assertThat(plain).doesNotContain("HAVEN_DB_PASSWORD", "HAVEN_OIDC_CLIENT_SECRET");
    assertThat(container.at("/volumeMounts/0/readOnly").booleanValue()).isTrue();
  }

  @Test
  void theNetworkIsClosedButForWhatIsNeeded() {
    var deny = find("NetworkPolicy", "default-deny").required("spec");
    assertThat(deny.required("podSelector")).isEmpty();
    assertThat(Repo.texts(deny.required("policyTypes"))).containsExactly("Egress", "Ingress");
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    var haven = find("NetworkPolicy", "haven").required("spec");
    assertThat(haven.required("ingress")).hasSize(1);
    assertThat(haven.at("/ingress/0/from")).hasSize(1);
    var out =
        Repo.each(haven.required("egress")).flatMap(rule -> Repo.each(rule.required("ports")));
    assertThat(out.map(port -> port.required("port").intValue()).distinct())
        .containsExactly(53, 5432, 443);
  }

  @Test
  void theClusterHasTwoNodesAndKafkaBetweenThemAndTheSingleHasOneAndNone() {
    assertThat(replicas("k8s/overlays/single")).isOne();
    assertThat(replicas("k8s/overlays/cluster")).isEqualTo(2);
    var base = Repo.yaml(Repo.at("k8s/base/settings.yaml")).getFirst();
    var cluster = Repo.yaml(Repo.at("k8s/overlays/cluster/settings.yaml")).getFirst();
    assertThat(base.at("/data/HAVEN_KAFKA").asText()).isEmpty();
    assertThat(cluster.at("/data/HAVEN_KAFKA").textValue()).isEqualTo("kafka:9092");
    assertThat(cluster.at("/metadata/name")).isEqualTo(base.at("/metadata/name"));
    assertThat(find("Service", "kafka").at("/spec/ports/0/port").intValue()).isEqualTo(9092);
    assertThat(
            Repo.yaml(Repo.at("k8s/overlays/cluster/spread.yaml"))
                .getFirst()
                .at("/metadata/name")
                .textValue())
        .isEqualTo("haven");
  }

  private static int replicas(String folder) {
    var replicas = kustomization(folder).required("replicas").required(0);
    assertThat(replicas.required("name").textValue()).isEqualTo("haven");
    return replicas.required("count").intValue();
  }

  @Test
  void everyImageIsPinnedInAKustomization() {
    var used =
        pods()
            .flatMap(pod -> Repo.each(pod.required("containers")))
            .map(container -> container.required("image").textValue())
            .toList();
    var pinned =
        Stream.of("k8s/base", "k8s/overlays/cluster")
            .flatMap(folder -> Repo.each(kustomization(folder).required("images")))
            .toList();
    assertThat(pinned)
        .extracting(image -> image.required("name").textValue())
        .hasSameElementsAs(used);
    assertThat(pinned)
        .allMatch(i -> i.required("newTag").textValue().matches("\\d+\\.\\d+\\.\\d+"));
  }

  private static JsonNode kustomization(String folder) {
    return Repo.yaml(Repo.at(folder + "/kustomization.yaml")).getFirst();
  }

  private static JsonNode haven() {
    return find("Deployment", "haven").at("/spec/template/spec");
  }

  private static Stream<JsonNode> pods() {
    return complete()
        .filter(m -> m.at("/spec/template/spec/containers").isArray())
        .map(m -> m.at("/spec/template/spec"));
  }

  private static JsonNode find(String kind, String name) {
    return complete()
        .filter(m -> m.required("kind").textValue().equals(kind))
        .filter(m -> m.at("/metadata/name").textValue().equals(name))
        .reduce((a, b) -> {
          throw new AssertionError("two of " + kind + " " + name);
        })
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  private static Set<String> kinds() {
    return complete().map(m -> m.required("kind").textValue()).collect(Collectors.toSet());
  }

  /// All manifests but kustomizations and what patches them.
  private static Stream<JsonNode> complete() {
    return FILES.stream()
        .filter(file -> !file.endsWith("kustomization.yaml"))
        .filter(file ->
            !file.endsWith("cluster/settings.yaml") && !file.endsWith("cluster/spread.yaml"))
        .flatMap(file -> Repo.yaml(file).stream());
  }
}
