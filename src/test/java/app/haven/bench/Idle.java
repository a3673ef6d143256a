package app.haven.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;

/// What a socket costs on which nothing happens: the growth of the node's resident memory, both
/// times after a full collection.
final class Idle {
  private static final int SOCKETS_PER_PERSON = 5;

  private Idle() {}

  static void measure(Fleet fleet, ProcessHandle server, int connections, ObjectNode figures)
      throws Exception {
    long before = settled(server);
    fleet.connect(Bench.list(connections, i -> fleet.solo("idle-" + i / SOCKETS_PER_PERSON)));
    long after = settled(server);
    figures.put("idleConnections", connections);
    figures.put(
        "kilobytesPerIdleConnection",
        Math.round((after - before) / 1000.0 / connections * 10) / 10.0);
  }

  private static long settled(ProcessHandle server) throws Exception {
    for (int i = 0; i < 2; i++) {
      var jcmd =
          ProcessHandle.current().info().command().orElseThrow().replaceFirst("java$", "jcmd");
      var collecting = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.run").start();
      if (!collecting.waitFor(60, TimeUnit.SECONDS) || collecting.exitValue() != 0) {
        throw new IllegalStateException("the node's memory could not be collected");
      }
    }
    return Cpu.resident(server);
  }
}
