package app.haven.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/// What a command said, as a keyed hash of its canonical form (RFC 8785): enough to know it again,
/// nothing to read.
@ApplicationScoped
public class Fingerprints {
  private final Sealing sealing;

  @Inject
  public Fingerprints(Sealing sealing) {
    this.sealing = sealing;
  }

  byte[] of(Work.Ask ask) {
    var command = ask.command();
    var content = Json.MAPPER.createObjectNode();
    content.put("kind", command.kind());
    if (command.couple() != null) content.put("couple", command.couple().value().toString());
    content.set("data", command.data());
    try {
      var canonical = new JsonCanonicalizer(Json.write(content)).getEncodedString();
      return sealing.fingerprint(key(ask), canonical.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("a command that was read cannot be written", e);
    }
  }

  Sealing.Key key(Work.Ask ask) {
    return new Sealing.Key(ask.person().mine(), ask.person());
  }
}
