package app.haven.kernel;

import app.haven.kernel.Refusal.FieldError;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the data of a command into its record and says every field that is wrong at once. What a
/// record component may hold: UUID, Instant, LocalDate, LocalTime, ZoneId, Integer, Boolean, a
/// [Link], an enum (lower case on the wire), a String, which is always someone's [Words], or a List
/// of one of the last two or of such records, marked [Many]. A component marked `@Nullable` may be
/// left out.
public final class DataReader {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate NO_DAY = LocalDate.of(2200, 1, 1);

  private DataReader() {}

  /// @throws Refusal `invalid`, naming each field and what is allowed there
  public static <C> C read(ObjectNode data, Class<C> shape) {
    var errors = new ArrayList<FieldError>();
    var components = shape.getRecordComponents();
    var known = Arrays.stream(components).map(DataReader::name).toList();
    data.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) errors.add(unknown(name, known));
        });
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(data.get(name(components[i])), components[i], errors);
    }
    if (!errors.isEmpty()) throw Refusal.invalid(errors);
    return make(shape, components, values);
  }

  /// On the wire; where Java does not allow the name, `@JsonProperty` holds it.
  public static String name(RecordComponent component) {
    var other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  /// A field's name is the client's text: it is only repeated where it looks like one of ours.
  private static FieldError unknown(String name, List<String> known) {
    String shown = name.matches("[A-Za-z]{1,24}") ? name : "?";
    return new FieldError(
        shown, "This field is not known here. Known: " + String.join(", ", known));
  }

  private static @Nullable Object component(
      @Nullable JsonNode node, RecordComponent component, List<FieldError> errors) {
    if (node == null || node.isNull()) {
      if (!optional(component.getAnnotatedType())) {
        errors.add(new FieldError(name(component), "This field is needed."));
      }
      return null;
    }
    try {
      return value(node, component);
    } catch (IllegalArgumentException | DateTimeException e) {
      errors.add(new FieldError(name(component), allowed(component)));
      return null;
    }
  }

  private static boolean optional(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Object value(JsonNode node, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Integer.class) {
      // JSON knows one kind of number: 30.0 is 30, also where commands are compared.
      if (!node.canConvertToExactIntegral() || !node.canConvertToInt()) {
        throw new IllegalArgumentException();
      }
      return node.intValue();
    }
    if (type == Boolean.class) {
      if (!node.isBoolean()) throw new IllegalArgumentException();
      return node.booleanValue();
    }
    if (type == Link.class) return Link.read(node);
    if (type == List.class) return ManyReader.read(node, component);
    if (!node.isTextual()) throw new IllegalArgumentException();
    String text = node.textValue();
    if (type == UUID.class) return uuid(text);
    if (type == Instant.class) return instant(text);
    if (type == LocalDate.class) return day(text);
    if (type == LocalTime.class) return LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
    if (type == ZoneId.class) return zone(text);
    if (type.isEnum()) return constant(text, type);
    return words(text, most(component));
  }

  /// A place, so that summer time is kept; an offset alone would not know it.
  private static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) throw new IllegalArgumentException();
    return ZoneId.of(text);
  }

  /// The id in an address. What is no id names nothing: it looks like what is not there.
  public static UUID known(String id) {
    try {
      return uuid(id);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound();
    }
  }

  /// The canonical 36 characters only: `UUID.fromString` also takes shorter groups, so that two
  /// spellings would name one thing.
  public static UUID uuid(String text) {
    var id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException();
    return id;
  }

  private static Instant instant(String text) {
    var at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) throw new IllegalArgumentException();
    return at;
  }

  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    if (day.isBefore(FIRST_DAY) || !day.isBefore(NO_DAY)) throw new IllegalArgumentException();
    return day;
  }

  static Object constant(String text, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (wire(constant).equals(text)) return constant;
    }
    throw new IllegalArgumentException();
  }

  static String wire(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if blank, too long, or holding what no keyboard types
  public static String words(String text, int most) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > most || !printable(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  /// Control characters hide or reorder what the other reads; a lone surrogate cannot be stored.
  private static boolean printable(String text) {
    return text.codePoints()
        .allMatch(c -> c == '\n' || (!Character.isISOControl(c) && !surrogate(c)));
  }

  private static boolean surrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  static int most(RecordComponent component) {
    var words = component.getAnnotation(Words.class);
    if (words == null) throw new IllegalStateException(component + " is text without @Words");
    return words.value();
  }

  private static String allowed(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Integer.class) return "A whole number is allowed here.";
    if (type == Boolean.class) return "true or false is allowed here.";
    if (type == UUID.class)
      return "A UUID is allowed here, such as 0197a6b1-7c3e-7b2a-9f00-2a6d8f1b9c11.";
    if (type == List.class) return ManyReader.allowed(component);
    if (type == Link.class) return "The kind and the id of something are allowed here.";
    if (type == Instant.class) {
      return "A time with its offset is allowed here, such as 2026-11-21T18:30:00+01:00.";
    }
    if (type == LocalDate.class) return "A day is allowed here, such as 2026-11-21.";
    if (type == LocalTime.class) return "A time of day is allowed here, such as 18:30.";
    if (type == ZoneId.class) return "A time zone is allowed here, such as Europe/Berlin.";
    if (type.isEnum()) return "One of these is allowed here: " + choices(type) + ".";
    return "1 to " + most(component) + " characters are allowed here, without control characters.";
  }

  static String fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(DataReader::name)
        .collect(Collectors.joining(", "));
  }

  static String choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(DataReader::wire)
        .collect(Collectors.joining(", "));
  }

  private static <C> C make(
      Class<C> shape, RecordComponent[] components, @Nullable Object[] values) {
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = shape.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape + " cannot be made", e);
    }
  }
}
