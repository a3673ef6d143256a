package app.haven.settings;

import app.haven.notify.PushKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.HashMap;
import java.util.Optional;

/// The jar: serves, or does one of its own commands and ends.
///
/// - `new-epoch`: after a backup was restored, before the doors open
/// - `rotate-master-key`: wraps all keys with the first key of the key file
/// - `new-push-key`: prints a new key pair for push services
@QuarkusMain
public final class Haven {
  private Haven() {}

  public static void main(String[] args) {
    String command = args.length == 0 ? "serve" : args[0];
    if (command.equals("new-push-key")) {
      System.out.print(PushKey.fresh());
      return;
    }
    Class<? extends QuarkusApplication> application =
        switch (command) {
          case "serve" -> Serve.class;
          case "new-epoch" -> NewEpoch.class;
          case "rotate-master-key" -> RotateMasterKey.class;
          default -> null;
        };
    if (application == null) {
      stop(
          "There is no command "
              + command
              + ". Known: serve, new-epoch, rotate-master-key, new-push-key.");
      return;
    }
    problem().ifPresent(Haven::stop);
    if (application != Serve.class) {
      // A command must not open doors, nor fire timers.
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("haven.kernel.timers", "false");
    }
    Quarkus.run(application, args);
  }

  private static Optional<String> problem() {
    var set = new HashMap<String, String>();
    for (var setting : Setting.values()) {
      var value = System.getProperty(setting.name(), System.getenv(setting.name()));
      if (value != null && !value.isBlank()) set.put(setting.name(), value);
    }
    return SettingsCheck.problem(set).or(() -> DatabaseCheck.problem(set));
  }

  /// One line, no stack trace: it is the operator who reads it.
  private static void stop(String line) {
    System.err.println("Haven does not start. " + line);
    System.exit(2);
  }

  /// Serves until it is told to stop.
  public static final class Serve implements QuarkusApplication {
    @Override
    public int run(String... args) {
      Quarkus.waitForExit();
      return 0;
    }
  }
}
