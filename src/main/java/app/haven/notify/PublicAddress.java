package app.haven.notify;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Whether an address stands in the public Internet (IANA special-purpose registries).
final class PublicAddress {
  private record Net(byte[] start, int bits) {
    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        if (bit(address, bit) != bit(start, bit)) return false;
      }
      return true;
    }

    private static int bit(byte[] address, int at) {
      return address[at / 8] >> (7 - at % 8) & 1;
    }
  }

  /// This host, private, shared, loopback, link-local, protocol, documentation, 6to4 relays,
  /// benchmarks, multicast, reserved and broadcast.
  private static final List<Net> NOT_V4 =
      nets(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /// Of all of IPv6 only this is given out; loopback, local, mapped and multicast lie outside.
  private static final List<Net> V6 = nets("2000::/3");

  /// Protocol assignments (Teredo, which carries IPv4, among them), documentation, 6to4, which
  /// carries IPv4 too.
  private static final List<Net> NOT_V6 =
      nets("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddress() {}

  private static List<Net> nets(String... texts) {
    return List.of(texts).stream().map(PublicAddress::net).toList();
  }

  private static Net net(String text) {
    var parts = text.split("/", 2);
    return new Net(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
  }

  /// An IPv4 address inside IPv6 (`::ffff:…`) is an IPv4 address to Java.
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) return NOT_V4.stream().noneMatch(net -> net.holds(bytes));
    return V6.stream().anyMatch(net -> net.holds(bytes))
        && NOT_V6.stream().noneMatch(net -> net.holds(bytes));
  }
}
