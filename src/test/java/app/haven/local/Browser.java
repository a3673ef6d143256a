package app.haven.local;

import com.microsoft.playwright.BrowserType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Chromium for Playwright: the one that is installed, or else one from npm (Linux on x86-64).
public final class Browser {
  private static final String PACKAGE = "@sparticuz/chromium@153.0.0";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Path MAC_CHROME =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox", // a test often runs as root, and loads nothing but Haven
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  // Inflates what the package carries; Node has brotli, the JDK has not.
  private static final String INFLATE =
      """
      const [from, to] = process.argv.slice(1), fs = require('fs'), zlib = require('zlib');
      for (const name of ['chromium', 'al2023.tar'])
        fs.writeFileSync(to + '/' + name, zlib.brotliDecompressSync(fs.readFileSync(from + '/' + name + '.br')));
      """;

  private Browser() {}

  /// For `Playwright.create`: it would fetch browsers of its own.
  public static Map<String, String> environment() {
    return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
  }

  public static BrowserType.LaunchOptions launchOptions() {
    var options = new BrowserType.LaunchOptions().setArgs(FLAGS).setHeadless(true);
    var installed = installed();
    if (installed.isPresent()) return options.setExecutablePath(installed.get());
    var folder = fetched();
    var environment = new HashMap<>(System.getenv());
    environment.put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
    return options.setExecutablePath(folder.resolve("chromium")).setEnv(environment);
  }

  private static Optional<Path> installed() {
    var onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, Stream.of(MAC_CHROME)).filter(Files::isExecutable).findFirst();
  }

  /// Fetched once; a half-finished folder has no `ready` file and is made again.
  static synchronized Path fetched() {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64"))
      throw new CannotStart("No browser found for the tests: install Chromium or Google Chrome.");
    var folder = Places.kept("browser");
    var ready = folder.resolve("ready-" + PACKAGE.replaceAll("[@/]", "_"));
    if (Files.exists(ready)) return folder;
    run(
        folder,
        "npm",
        "install",
        "--no-save",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
        folder.toString(),
        PACKAGE);
    var packed = folder.resolve("node_modules/@sparticuz/chromium/bin").toString();
    run(folder, "node", "-e", INFLATE, packed, folder.toString());
    run(folder, "tar", "-xf", "al2023.tar");
    run(folder, "chmod", "755", "chromium");
    try {
      Files.createFile(ready);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void run(Path folder, String... command) {
    var log = folder.resolve("log").toFile();
    try {
      var process =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      if (process.waitFor() != 0)
        throw new CannotStart("Could not fetch a browser (" + command[0] + "), see " + log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
