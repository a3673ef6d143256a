package app.haven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealmTest {
  private static final JsonNode REALM = json(Repo.text("docker/keycloak/haven-realm.json"));
  private static final JsonNode DEMO = json(Repo.text("docker/keycloak/haven-users-0.json"));

  @Test
  void theRealmHoldsNoAccountAndNoSecret() {
    assertThat(REALM.has("users")).isFalse();
    assertThat(client("haven-web").required("secret").textValue())
        .isEqualTo("${REALM_CLIENT_SECRET}");
    assertThat(client("haven-cli").has("secret")).isFalse();
  }

  @Test
  void pagesSignInByCodeWithPkceAlone() {
    var web = client("haven-web");
    assertThat(web.required("publicClient").booleanValue()).isFalse();
    assertThat(web.required("standardFlowEnabled").booleanValue()).isTrue();
    assertThat(web.required("implicitFlowEnabled").booleanValue()).isFalse();
    assertThat(web.required("directAccessGrantsEnabled").booleanValue()).isFalse();
    assertThat(web.at("/attributes/pkce.code.challenge.method").textValue()).isEqualTo("S256");
  }

  @Test
  void programsSignInByDeviceAndByPasswordInTheDemoAlone() {
    var cli = client("haven-cli");
    assertThat(cli.required("publicClient").booleanValue()).isTrue();
    assertThat(cli.required("standardFlowEnabled").booleanValue()).isFalse();
    assertThat(cli.at("/attributes/oauth2.device.authorization.grant.enabled").textValue())
        .isEqualTo("true");
    assertThat(cli.required("directAccessGrantsEnabled").textValue())
        .isEqualTo("${REALM_PASSWORD_GRANT:false}");
    assertThat(Repo.text("docker/compose.yaml")).doesNotContain("REALM_PASSWORD_GRANT");
  }

  @Test
  void guessingIsSlowedDownAndTokensAreShort() {
    assertThat(REALM.required("bruteForceProtected").booleanValue()).isTrue();
    assertThat(REALM.required("accessTokenLifespan").intValue()).isEqualTo(300);
    assertThat(REALM.required("revokeRefreshToken").booleanValue()).isTrue();
  }

  @Test
  void anybodyMayRegisterWithNothingButANameAndAPassword() {
    assertThat(REALM.required("registrationAllowed").booleanValue()).isTrue();
    var profile =
        json(
            REALM
                .at(
                    "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .textValue());
    assertThat(Repo.each(profile.required("attributes")))
        .extracting(attribute -> attribute.required("name").textValue())
        .containsExactly("username", "email", "firstName");
    assertThat(Repo.each(profile.required("attributes")))
        .noneMatch(attribute -> attribute.has("required"));
    assertThat(Repo.texts(REALM.required("supportedLocales"))).containsExactly("de", "en");
  }

  @Test
  void theDemoAccountsAreAlexAndSam() {
    assertThat(DEMO.required("realm")).isEqualTo(REALM.required("realm"));
    assertThat(Repo.each(DEMO.required("users")).map(user -> user.required("username").textValue()))
        .isEqualTo(List.of("alex", "sam"));
    assertThat(Repo.each(DEMO.required("users")))
        .allMatch(user -> user.at("/credentials/0/value").equals(user.required("username")));
  }

  private static JsonNode client(String id) {
    return Repo.each(REALM.required("clients"))
        .filter(client -> client.required("clientId").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
