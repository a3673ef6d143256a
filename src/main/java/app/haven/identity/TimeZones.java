package app.haven.identity;

import app.haven.kernel.PersonId;
import app.haven.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The zones people set for themselves.
@ApplicationScoped
class TimeZones implements Zones {
  private final People people;

  @Inject
  TimeZones(People people) {
    this.people = people;
  }

  @Override
  public ZoneId of(PersonId person) {
    return people.find(person).map(Person::timeZone).orElse(ZoneOffset.UTC);
  }
}
