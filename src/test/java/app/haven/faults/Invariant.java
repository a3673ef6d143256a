package app.haven.faults;

/// What must hold, whatever dies in between.
enum Invariant {
  I1("each acknowledged command is applied once at each entitled device"),
  I2("numbers go up by one, without gaps"),
  I3("both partners hold the same"),
  I4("a command of unknown outcome is there once or not at all, a refused one never"),
  I5("folding the events gives the snapshot, and the snapshot what REST reads"),
  I6("words are nowhere but with those they are for"),
  I7("each timer fires once, never early, and soon"),
  DEFECT("the server never says that it made a mistake");

  final String says;

  Invariant(String says) {
    this.says = says;
  }
}
