package app.haven.notify;

import app.haven.local.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority of our own and a server certificate for `localhost` from it.
final class Certificates {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  Certificates() {
    try {
      folder = Files.createTempDirectory(Places.target("push"), "ca-");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    keytool(
        "keys",
        "-genkeypair",
        "-alias",
        "ca",
        "-keyalg",
        "EC",
        "-ext",
        "bc:c",
        "-dname",
        "CN=Own CA");
    keytool(
        "keys",
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-signer",
        "ca",
        "-ext",
        "san=dns:localhost",
        "-dname",
        "CN=localhost");
    keytool("keys", "-exportcert", "-alias", "ca", "-file", folder.resolve("ca.crt").toString());
    keytool(
        "trust",
        "-importcert",
        "-noprompt",
        "-alias",
        "ca",
        "-file",
        folder.resolve("ca.crt").toString());
  }

  private void keytool(String store, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
    command.add(folder.resolve(store).toString());
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said;
      try (InputStream out = process.getInputStream()) {
        said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      }
      if (process.waitFor() != 0) throw new IllegalStateException(said);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// For the server.
  SSLContext context() {
    try (var file = Files.newInputStream(folder.resolve("keys"))) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD.toCharArray());
      store.deleteEntry("ca");
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a node's JVM is told, so that it trusts our authority and nobody else's.
  String trusting() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(folder.resolve("trust"), PASSWORD);
  }
}
