package app.haven.kernel;

import java.util.Locale;

/// In which language a person uses Haven: for the few sentences the server says in their name.
public interface Locales {
  Locale of(PersonId person);
}
