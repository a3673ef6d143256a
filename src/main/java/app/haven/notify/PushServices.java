package app.haven.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where this server sends anything at all. A subscription's address comes from a client: without
/// this, anyone could make the server call what only it can reach (SSRF).
///
/// An entry is a name, or `*.` and a name for all below it; there, https on port 443 and public
/// addresses alone. An entry with a port is a push service of one's own network: exactly that name
/// and port, at whatever address.
@ApplicationScoped
class PushServices {
  private static final int HTTPS = 443;
  private static final int LONGEST = 1_024;

  private final List<String> known;

  @Inject
  PushServices(NotifySettings settings) {
    this(settings.services());
  }

  PushServices(List<String> known) {
    this.known = known.stream().map(entry -> entry.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /// The address of a subscription, if it leads to a push service we know.
  Optional<URI> address(String endpoint) {
    if (endpoint.length() > LONGEST || !endpoint.matches("[!-~]+")) return Optional.empty();
    try {
      var uri = URI.create(endpoint);
      boolean plain =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getRawPath() != null
              && uri.getRawPath().startsWith("/");
      return plain && (own(uri) || usual(uri)) ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean own(URI uri) {
    return known.contains(host(uri) + ":" + port(uri));
  }

  private boolean usual(URI uri) {
    return port(uri) == HTTPS && known.stream().anyMatch(entry -> fits(entry, host(uri)));
  }

  private static boolean fits(String entry, String host) {
    return entry.startsWith("*.") ? host.endsWith(entry.substring(1)) : host.equals(entry);
  }

  static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  static int port(URI uri) {
    return uri.getPort() == -1 ? HTTPS : uri.getPort();
  }

  /// Where to dial: exactly what was looked up and checked, so that a name cannot lead elsewhere a
  /// moment later (DNS rebinding).
  ///
  /// @return empty where the name leads into somebody's inner network
  Optional<InetSocketAddress> dial(URI uri) throws UnknownHostException {
    var found = InetAddress.getAllByName(host(uri));
    boolean allowed = own(uri) || List.of(found).stream().allMatch(PublicAddress::is);
    return allowed ? Optional.of(new InetSocketAddress(found[0], port(uri))) : Optional.empty();
  }
}
