package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// What the kernel itself keeps of a person: their own stream, and which commands they sent.
@ApplicationScoped
class OwnTraces implements Erasable {
  private final Streams streams;
  private final Sql sql;

  @Inject
  OwnTraces(Streams streams, Sql sql) {
    this.streams = streams;
    this.sql = sql;
  }

  @Override
  public boolean last() {
    return true;
  }

  @Override
  public void erase(PersonId person) {
    streams.remove(person.mine());
    sql.change("delete from answered where person_id = ?", person);
  }
}
