package app.haven.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Something a person wrote: checked for length and control characters on the way in, sealed before
/// it reaches a column, and never part of a log line, metric or error.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Words {
  /// The most code points allowed.
  int value() default 500;
}
