package app.haven.bench;

import app.haven.client.Api;
import app.haven.local.LocalPostgres;
import app.haven.local.MasterKey;
import app.haven.local.Node;
import app.haven.local.Places;
import app.haven.local.Ports;
import app.haven.local.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// `./haven bench [pairs] [seconds] [idle connections]`: the main job under load, on a node and a
/// PostgreSQL with fsync of its own. Prints one JSON line; ends with 1 where a figure is above its
/// limit. This process makes the load, and its own CPU is not counted.
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    int idle = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
    var figures = run(pairs, Duration.ofSeconds(seconds), idle);
    System.out.println(figures);
    var above = Limits.above(figures);
    above.forEach(System.err::println);
    System.exit(above.isEmpty() ? 0 : 1);
  }

  static ObjectNode run(int pairs, Duration each, int idle) throws Exception {
    var figures = Api.data().put("pairs", pairs);
    figures.put("openFiles", openFiles()).put("fsyncMillis", FsyncProbe.median());
    var tokens = new Tokens();
    try (var postgres = LocalPostgres.temporary()) {
      var settings = new HashMap<>(postgres.freshDatabase().settings());
      settings.putAll(tokens.settings());
      settings.put("HAVEN_RATE_LIMITS", "off");
      settings.put(
          "HAVEN_MASTER_KEY_FILE",
          MasterKey.at(Places.target("bench").resolve("master.key")).toString());
      long start = System.nanoTime();
      try (var node =
              new Node(
                  Places.jar(),
                  List.of("-Xmx1g"),
                  settings,
                  Ports.free(),
                  Places.target("bench").resolve("node.log"));
          var fleet = new Fleet(node.uri(), tokens)) {
        figures.put("readySeconds", (System.nanoTime() - start) / 1e9);
        var couples = fleet.pairs(pairs);
        fleet.all(couples.stream().map(BenchPair::callTimeout).toList());
        new Throughput(node.process(), postgres.process()).measure(couples, each, figures);
        Pace.measure(couples, 200, each, figures);
        Storm.measure(couples, figures);
        if (idle > 0) Idle.measure(fleet, node.process(), idle, figures);
      }
    }
    return figures;
  }

  private static String openFiles() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/limits")).stream()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.split("\\s+")[3])
        .findFirst()
        .orElse("unknown");
  }

  static <T> List<T> list(int size, java.util.function.IntFunction<T> make) {
    var list = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) list.add(make.apply(i));
    return list;
  }
}
