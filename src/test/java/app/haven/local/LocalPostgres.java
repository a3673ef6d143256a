package app.haven.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;

/// A real PostgreSQL 18 with fsync on. It can be killed and started again on the same port and
/// data.
public final class LocalPostgres implements AutoCloseable {
  private static final String OWNER = "haven";

  private final Path data;
  private final Path log;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();
  private EmbeddedPostgres server;

  private LocalPostgres(Path data, Path log) {
    this.data = data;
    this.log = log;
    this.port = Ports.free();
    this.server = launch();
  }

  /// New and empty; its data is under `target/` and left there for a look after a red test.
  public static LocalPostgres temporary() {
    try {
      var folder = Files.createTempDirectory(Places.target("postgres"), "run-");
      return new LocalPostgres(folder.resolve("data"), folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps its data in `folder` from one start to the next, also after a kill -9 of everything.
  public static LocalPostgres keeping(Path folder) {
    return new LocalPostgres(folder.resolve("data"), folder.resolve("log"));
  }

  /// A database of the server that another process runs in `folder`.
  static Database running(Path folder, String name) {
    try {
      var port = Integer.parseInt(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3));
      return new Database(url(port, name), OWNER, OWNER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres launch() {
    try {
      removeLeftover();
      var started =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(Places.kept("postgres-binaries").toFile())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              // The library starts the server with -F; a durable promise is tested with a durable
              // disk.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              // Its own hook would stop the database before the nodes that use it.
              .setRegisterShutdownHook(false)
              // Recovery after a SIGKILL takes longer than a plain start.
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (Files.notExists(complete())) Files.createFile(complete());
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that outlived the one who started it is ended; its log brings the data back. A pid
  /// file whose number another program has by now would keep PostgreSQL from starting; every other
  /// stale one it judges itself.
  private void removeLeftover() throws IOException {
    Files.createDirectories(data.toAbsolutePath().getParent());
    if (Files.notExists(complete())) FileUtils.deleteDirectory(data.toFile());
    var named = namedInPidFile();
    if (named.isEmpty()) return;
    if (isPostgres(named.get())) Child.kill(named.get());
    else Files.delete(pidFile());
  }

  private Optional<ProcessHandle> namedInPidFile() {
    try (var lines = Files.lines(pidFile())) {
      return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("postgres");
  }

  /// Missing if the very first start was cut off: such a folder looks made, but is not.
  private Path complete() {
    return data.resolve("haven-complete");
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  public int port() {
    return port;
  }

  /// The superuser, for what Haven itself may not do.
  public Database admin() {
    return new Database(url("postgres"), "postgres", "postgres");
  }

  /// An empty database of its own for each caller.
  public Database freshDatabase() {
    return database("haven_" + databases.incrementAndGet());
  }

  /// The database of that name, made if it is missing; its owner is no superuser.
  public Database database(String name) {
    var quoted = '"' + name + '"';
    try (var connection = admin().connect();
        var statement = connection.createStatement()) {
      if (!found("SELECT 1 FROM pg_roles WHERE rolname = ?", OWNER))
        statement.execute("CREATE ROLE " + OWNER + " LOGIN");
      if (!found("SELECT 1 FROM pg_database WHERE datname = ?", name))
        statement.execute("CREATE DATABASE " + quoted + " OWNER " + OWNER);
      return new Database(url(name), OWNER, OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean found(String query, String value) throws SQLException {
    try (var connection = admin().connect();
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      return statement.executeQuery().next();
    }
  }

  private String url(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /// SIGKILL to the server and to every backend, as when the machine is switched off.
  public void kill() {
    Child.kill(process());
    close();
  }

  public void restart() {
    server = launch();
  }

  /// The process that all backends descend from, to measure it.
  public ProcessHandle process() {
    return namedInPidFile().filter(LocalPostgres::isPostgres).orElseThrow();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
