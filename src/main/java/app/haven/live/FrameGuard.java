package app.haven.live;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/// Stands in the connection before anything becomes a String: text that is not UTF-8 closes 1007,
/// and too large a message 1009, also in fragments. Without it broken bytes would arrive as
/// replacement characters and a large message would end without a word.
final class FrameGuard extends Utf8FrameValidator {
  static final String NAME = "haven-frames";

  /// Up to here a frame gets an answer (`too-large` above 32 KiB); beyond, the socket is closed.
  /// The same number stands in `application.properties`.
  private static final int MOST_MESSAGE = 64 * 1024;

  private int bytes;

  FrameGuard() {
    super(true);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof WebSocketFrame frame) {
      bytes += frame.content().readableBytes();
      if (bytes > MOST_MESSAGE) {
        frame.release();
        close(context, WebSocketCloseStatus.MESSAGE_TOO_BIG);
        return;
      }
      if (frame.isFinalFragment()) bytes = 0;
    }
    super.channelRead(context, message);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      close(context, corrupted.closeStatus());
    } else {
      super.exceptionCaught(context, cause);
    }
  }

  private static void close(ChannelHandlerContext context, WebSocketCloseStatus status) {
    context.writeAndFlush(new CloseWebSocketFrame(status)).addListener(ChannelFutureListener.CLOSE);
  }
}
