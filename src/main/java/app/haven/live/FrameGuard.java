package app.haven.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stands in the connection before anything becomes a String, and finds what must end it: text that
/// is not UTF-8, too large a message, also in fragments, and whatever else breaks WebSocket itself.
/// Nor do answers to pings pass the bound of [Outgoing]. Without it broken bytes would arrive as
/// replacement characters and a large message would end without a word.
final class FrameGuard extends Utf8FrameValidator {
  static final String NAME = "haven-frames";

  /// Up to here a frame gets an answer (`too-large` above 32 KiB); beyond, the socket is closed.
  /// The same number stands in `application.properties`.
  private static final int MOST_MESSAGE = 64 * 1024;

  private int bytes;
  private @Nullable CloseCode bad;
  private @Nullable Consumer<CloseCode> onBad;

  FrameGuard() {
    // Netty would close past the connection above, which then closes a second time.
    super(false);
  }

  /// @param close ends the socket; called once, at once where it is too late already
  synchronized void onBad(Consumer<CloseCode> close) {
    onBad = close;
    if (bad != null) close.accept(bad);
  }

  private synchronized void found(CloseCode code) {
    if (bad != null) return;
    bad = code;
    if (onBad != null) onBad.accept(code);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (!(message instanceof WebSocketFrame frame)) {
      super.channelRead(context, message);
      return;
    }
    // Whoever pings without reading the answers would pile them up here. One that comes when there
    // is no room needs none: the next is as good (RFC 6455, 5.5.3).
    if (frame instanceof PingWebSocketFrame && !context.channel().isWritable()) {
      frame.release();
      return;
    }
    if (frame.rsv() != 0) found(CloseCode.NOT_WEBSOCKET);
    else if (tooLarge(frame)) found(CloseCode.TOO_LARGE);
    // The other side's close still ends the line.
    if (bad == null || frame instanceof CloseWebSocketFrame) super.channelRead(context, message);
    else frame.release();
  }

  /// Control frames may come between the fragments of a message, which goes on afterwards.
  private boolean tooLarge(WebSocketFrame frame) {
    boolean control =
        frame instanceof PingWebSocketFrame
            || frame instanceof PongWebSocketFrame
            || frame instanceof CloseWebSocketFrame;
    if (control) return false;
    bytes += frame.content().readableBytes();
    boolean tooLarge = bytes > MOST_MESSAGE;
    if (frame.isFinalFragment()) bytes = 0;
    return tooLarge;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      found(code(corrupted.closeStatus()));
    } else {
      super.exceptionCaught(context, cause);
    }
  }

  private static CloseCode code(WebSocketCloseStatus status) {
    if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) return CloseCode.TOO_LARGE;
    if (status.equals(WebSocketCloseStatus.INVALID_PAYLOAD_DATA)) return CloseCode.NOT_UTF8;
    return CloseCode.NOT_WEBSOCKET;
  }
}
