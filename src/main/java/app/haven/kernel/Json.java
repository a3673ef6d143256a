package app.haven.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// How Haven writes JSON: absent rather than null, times in UTC with milliseconds.
public final class Json {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// Deep nesting is an attack on the reader's stack; a frame is at most 16 levels deep.
  public static final int MAX_DEPTH = 16;

  public static final ObjectMapper MAPPER = configure(strict()).build();

  private Json() {}

  private static JsonMapper.Builder strict() {
    var factory =
        com.fasterxml.jackson.core.JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .addModule(new JavaTimeModule())
        .addModule(times())
        .serializationInclusion(JsonInclude.Include.NON_NULL);
  }

  /// Instants, days, times of day and zones as the protocol writes them.
  public static SimpleModule times() {
    var module = new SimpleModule("haven-times");
    module.addSerializer(Instant.class, new MillisSerializer());
    module.addSerializer(LocalDate.class, ToStringSerializer.instance);
    module.addSerializer(LocalTime.class, ToStringSerializer.instance);
    module.addSerializer(ZoneId.class, ToStringSerializer.instance);
    return module;
  }

  public static String time(Instant at) {
    return MILLIS.format(at);
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours cannot be written as JSON", e);
    }
  }

  private static final class MillisSerializer extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant at, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(time(at));
    }
  }
}
