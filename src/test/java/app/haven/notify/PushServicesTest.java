package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server sends to push services and nowhere else, whatever a client says (SSRF).
class PushServicesTest {
  private final PushServices services =
      new PushServices(
          List.of("fcm.googleapis.com", "*.push.apple.com", "localhost", "own.example:8443"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc:DEF-_",
        "https://FCM.googleapis.com:443/wp/abc",
        "https://web.push.apple.com/QGx?a=b",
        "https://own.example:8443/push/1"
      })
  void whatBrowsersGiveOutIsTaken(String endpoint) {
    assertThat(services.address(endpoint)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:80/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com/x",
        "https://push.apple.com/x",
        "https://evilpush.apple.com/x",
        "https://web.push.apple.com.evil.example/x",
        "https://fcm.googleapis.com@evil.example/x",
        "https://evil.example@fcm.googleapis.com/x",
        "https://evil.example#fcm.googleapis.com/x",
        "https://evil.example/fcm.googleapis.com",
        "https://evil.example\\fcm.googleapis.com/x",
        "https://fcm.googleapis.com\r\nHost: evil.example/x",
        "https://fcm.googleapis.com/x y",
        "https://fcm.googleapis.com",
        "https://own.example/push/1",
        "https://own.example:443/push/1",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://2130706433/x",
        "https://169.254.169.254/latest",
        "ftp://fcm.googleapis.com/x",
        "file:///etc/passwd",
        "//fcm.googleapis.com/x",
        "/x",
        "null",
        ""
      })
  void everythingElseIsRefused(String endpoint) {
    assertThat(services.address(endpoint)).isEmpty();
  }

  @Test
  void anAddressIsNotLongerThanBrowsersMakeIt() {
    var long1024 = "https://fcm.googleapis.com/" + "x".repeat(1_024 - 27);
    assertThat(services.address(long1024)).isPresent();
    assertThat(services.address(long1024 + "x")).isEmpty();
  }

  /// The name is known and allowed, but it leads inside.
  @Test
  void aKnownNameThatLeadsInsideIsNotDialled() throws Exception {
    var address = services.address("https://localhost/x").orElseThrow();
    assertThat(services.dial(address)).isEmpty();
  }

  @Test
  void onesOwnPushServiceIsDialledWhereItStands() throws Exception {
    var own = new PushServices(List.of("localhost:9443"));
    assertThat(own.dial(URI.create("https://localhost:9443/x")))
        .hasValueSatisfying(to -> assertThat(to.getPort()).isEqualTo(9443));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "100::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1"
      })
  void addressesThatAreNotPublicAreNotDialled(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "::ffff:1.1.1.1",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "2001:4860:4860::8888"
      })
  void publicOnesAre(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
  }
}
