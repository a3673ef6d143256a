package app.haven.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.Test;

class FrameGuardTest {
  private final EmbeddedChannel line = new EmbeddedChannel(new FrameGuard());

  @Test
  void aPingIsAnsweredOnlyWhereThereIsRoomForTheAnswer() {
    assertThat(arrives(new PingWebSocketFrame())).isTrue();
    line.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
    line.write(Unpooled.wrappedBuffer(new byte[100]));
    assertThat(line.isWritable()).isFalse();
    assertThat(arrives(new PingWebSocketFrame())).isFalse();
    assertThat(arrives(new TextWebSocketFrame("{}"))).isTrue();
    line.flush();
    assertThat(arrives(new PingWebSocketFrame())).isTrue();
  }

  private boolean arrives(WebSocketFrame frame) {
    line.writeInbound(frame);
    WebSocketFrame passed = line.readInbound();
    if (passed == null) return false;
    passed.release();
    return true;
  }
}
