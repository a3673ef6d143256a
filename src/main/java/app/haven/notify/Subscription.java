package app.haven.notify;

import app.haven.kernel.Refusal;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a browser gives out for those who may reach it, in the form of its own `toJSON()`.
///
/// @param expirationTime milliseconds; push services tell by 410 as well, so it is not looked at
@Schema(name = "PushSubscription")
record Subscription(String endpoint, @Nullable Long expirationTime, Keys keys) {
  private static final int SECRET = 16;

  /// @param p256dh the browser's public key, @param auth its secret; both in base64url
  record Keys(String p256dh, String auth) {}

  /// @throws Refusal `invalid`
  void check(PushServices services) {
    // What JSON left out is null, whatever the type says.
    if (services.address(String.valueOf(endpoint)).isEmpty()) {
      throw Refusal.invalid("endpoint", "Only addresses of known push services are allowed here.");
    }
    try {
      keyInfo();
    } catch (RuntimeException e) {
      throw Refusal.invalid("keys", "Only what the browser gave out is allowed here.");
    }
  }

  UserAgentMessageEncryptionKeyInfo keyInfo() {
    byte[] secret = Base64.getUrlDecoder().decode(keys.auth());
    if (secret.length != SECRET) throw new IllegalArgumentException("a secret of another length");
    return UserAgentMessageEncryptionKeyInfo.of(
        Base64.getUrlDecoder().decode(keys.p256dh()), secret);
  }
}
