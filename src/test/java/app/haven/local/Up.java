package app.haven.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `./haven up`, `./haven dev` and the jar's own commands (`./haven new-epoch`) run. It builds
/// nothing: the launcher has done that.
public final class Up {
  private Up() {}

  public static void main(String[] args) {
    try {
      System.exit(
          switch (args[0]) {
            case "up" -> up();
            case "dev" -> dev();
            default -> command(List.of(args));
          });
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int up() {
    try (var demo = new Demo()) {
      var settings = startServers(demo);
      say("Starting Haven ...");
      var haven = demo.startHaven(settings);
      System.out.printf(
          """

          Haven is running.

            Open       http://localhost:%1$d
            Accounts   alex, password alex
                       sam, password sam   (in another browser, or in a private window)

          What to try
            1. Sign in as Alex and invite your partner. As Sam, enter the code. As Alex, confirm.
            2. As Alex, ask for space: two taps. Look at Sam's page.
            3. End Haven by force (kill -9 %2$d), start it again with ./haven up: the promise stands.

          Keycloak: http://localhost:%3$d   Logs and data: .haven/   Ctrl-C stops everything.
          """,
          Demo.PORT, haven.process().pid(), Demo.KEYCLOAK_PORT);
      haven.ended().join();
      if (demo.stopping()) return 0;
      throw new CannotStart("Haven has stopped. Its log: " + haven.log());
    }
  }

  /// Live reload: Maven runs Haven from its sources, in this terminal.
  private static int dev() {
    try (var demo = new Demo()) {
      var settings = startServers(demo);
      return demo.run(
          List.of("./mvnw", "-B", "-ntp", "-Dspotless.check.skip=true", "quarkus:dev"), settings);
    }
  }

  private static Map<String, String> startServers(Demo demo) {
    demo.claimPorts();
    say("Starting PostgreSQL ...");
    var database = demo.startPostgres();
    say("Starting Keycloak (the first time takes half a minute) ...");
    demo.startKeycloak();
    return Demo.settings(database);
  }

  /// With the settings of `up` and on its data, while it runs or while it does not.
  private static int command(List<String> args) {
    var command = new ArrayList<>(List.of(java(), "-jar", Places.jar().toString()));
    command.addAll(args);
    if (Demo.isUp()) {
      var settings = Demo.settings(Demo.runningDatabase());
      return Child.inTerminal(command, settings).ended().join().exitValue();
    }
    try (var demo = new Demo()) {
      return demo.run(command, Demo.settings(demo.startPostgres()));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
