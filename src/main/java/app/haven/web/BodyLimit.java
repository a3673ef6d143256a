package app.haven.web;

import app.haven.kernel.Refusal;
import app.haven.kernel.Refusal.Code;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How much one request may bring. [RequestGuard] looks at the length a request names; what comes
/// in chunks names none, and is counted here while it is read.
class BodyLimit {
  static final long MOST = 64 * 1024;

  static Refusal tooLarge() {
    return Refusal.of(Code.TOO_LARGE, "This is more than is taken at once.");
  }

  @ServerRequestFilter
  void count(ContainerRequestContext context, HttpServerRequest request) {
    if (context.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null) return;
    context.setEntityStream(new Counted(context.getEntityStream(), request));
  }

  private static final class Counted extends FilterInputStream {
    private final HttpServerRequest request;
    private long taken;

    Counted(InputStream body, HttpServerRequest request) {
      super(body);
      this.request = request;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      taken += Math.max(0, read);
      if (taken > MOST) throw refusal();
      return read;
    }

    /// The rest flows away unread: whoever is still sending must be able to hear the answer.
    private Refusal refusal() {
      request.handler(null).resume();
      return tooLarge();
    }

    /// Would wait for the end of a body that may have none.
    @Override
    public void close() throws IOException {
      if (taken <= MOST) super.close();
    }
  }
}
