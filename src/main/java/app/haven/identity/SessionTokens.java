package app.haven.identity;

import app.haven.kernel.Json;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The tokens of a browser's sign-in, as they are sealed.
record SessionTokens(
    String id,
    @Nullable String access,
    @Nullable String refresh,
    @Nullable Long accessExpiresIn,
    @Nullable String accessScope) {

  static SessionTokens of(AuthorizationCodeTokens tokens) {
    return new SessionTokens(
        tokens.getIdToken(),
        tokens.getAccessToken(),
        tokens.getRefreshToken(),
        tokens.getAccessTokenExpiresIn(),
        tokens.getAccessTokenScope());
  }

  static SessionTokens read(byte[] bytes) {
    try {
      return Json.MAPPER.readValue(bytes, SessionTokens.class);
    } catch (IOException e) {
      throw new IllegalStateException("stored tokens are not JSON", e);
    }
  }

  byte[] bytes() {
    return Json.write(this).getBytes(StandardCharsets.UTF_8);
  }

  AuthorizationCodeTokens tokens() {
    return new AuthorizationCodeTokens(id, access, refresh, accessExpiresIn, accessScope);
  }

  /// Who signed in; the token was checked when it came.
  String subject() {
    return OidcCommonUtils.decodeJwtContent(id).getString("sub");
  }

  Instant expires() {
    return Instant.ofEpochSecond(OidcCommonUtils.decodeJwtContent(id).getLong("exp"));
  }
}
