package app.haven.identity;

import app.haven.kernel.Locales;
import app.haven.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/// The languages Haven speaks, and which of them a person uses.
@ApplicationScoped
class Languages implements Locales {
  static final List<String> SPOKEN = List.of("en", "de");

  private final People people;

  @Inject
  Languages(People people) {
    this.people = people;
  }

  @Override
  public Locale of(PersonId person) {
    return people.find(person).map(Person::locale).orElse(Locale.ENGLISH);
  }

  static Locale nearest(String tag) {
    var language = Locale.forLanguageTag(tag).getLanguage();
    return SPOKEN.contains(language) ? Locale.of(language) : Locale.ENGLISH;
  }
}
