package app.haven.faults;

/// What a run does to the servers.
enum Trouble {
  /// One node is killed under load and started again.
  NODE("nodes killed"),
  /// PostgreSQL is killed under load and started again.
  DATABASE("databases killed"),
  /// Kafka is killed under load; later it comes back.
  BROKER("brokers killed"),
  /// Everything is down while a day passes.
  BLACKOUT("blackouts"),
  /// Everything is down, and what comes back is said to be a restored backup.
  RESTORE("new epochs"),
  /// Some minutes pass at once while all is up and nobody waits.
  LEAP("leaps of the clock");

  final String says;

  Trouble(String says) {
    this.says = says;
  }
}
