package app.haven.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.notify.PushServer.Got;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A browser that subscribed: its keys, its place at the push service, and how it reads what comes.
public final class Subscriber {
  final String id = UUID.randomUUID().toString();
  final String path = "/push/" + UUID.randomUUID();
  private final PushServer server;
  private final KeyPair keys;
  private final byte[] secret = new byte[16];

  Subscriber(PushServer server) {
    this.server = server;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(secret);
  }

  public static Subscriber of(PushServer server, Api person) {
    var subscriber = new Subscriber(server);
    subscriber.subscribe(person);
    return subscriber;
  }

  void subscribe(Api person) {
    person.send("PUT", address(), subscription(server.origin() + path)).expect(204);
  }

  String address() {
    return "/api/v1/push/devices/" + id;
  }

  ObjectNode subscription(String endpoint) {
    var subscription = Api.data().put("endpoint", endpoint).putNull("expirationTime");
    subscription
        .putObject("keys")
        .put("p256dh", encoded(uncompressed()))
        .put("auth", encoded(secret));
    return subscription;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] uncompressed() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var bytes = ByteBuffer.allocate(65).put((byte) 4);
    for (var coordinate : List.of(point.getAffineX(), point.getAffineY())) {
      byte[] number = coordinate.toByteArray();
      byte[] fixed = new byte[32];
      int taken = Math.min(32, number.length);
      System.arraycopy(number, number.length - taken, fixed, 32 - taken, taken);
      bytes.put(fixed);
    }
    return bytes.array();
  }

  public List<Got> got() {
    return server.at(path);
  }

  /// RFC 8291 and 8188.
  public String read(Got got) {
    assertThat(got.headers()).containsEntry("content-encoding", "aes128gcm");
    try {
      var in = ByteBuffer.wrap(got.body());
      byte[] salt = take(in, 16);
      assertThat(in.getInt()).isGreaterThanOrEqualTo(got.body().length - 86);
      byte[] sender = take(in, in.get());
      byte[] sealed = take(in, in.remaining());
      var agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(keys.getPrivate());
      agreement.doPhase(PushServer.point(sender), true);
      byte[] info = join("WebPush: info\0".getBytes(UTF_8), uncompressed(), sender, new byte[] {1});
      byte[] input = hmac(hmac(secret, agreement.generateSecret()), info);
      byte[] pseudo = hmac(salt, input);
      byte[] key = Arrays.copyOf(hmac(pseudo, info("aes128gcm")), 16);
      byte[] nonce = Arrays.copyOf(hmac(pseudo, info("nonce")), 12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      byte[] clear = cipher.doFinal(sealed);
      int end = clear.length - 1;
      while (clear[end] == 0) end--;
      assertThat(clear[end]).as("the last record's sign").isEqualTo((byte) 2);
      return new String(clear, 0, end, UTF_8);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("not for this browser", e);
    }
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private static byte[] info(String what) {
    return join(("Content-Encoding: " + what + "\0").getBytes(UTF_8), new byte[] {1});
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(content);
  }
}
