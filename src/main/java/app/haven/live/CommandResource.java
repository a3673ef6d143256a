package app.haven.live;

import app.haven.kernel.Caller;
import app.haven.kernel.Commands;
import app.haven.kernel.Ok;
import app.haven.kernel.Refusal;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/// The other door: the same command object, the same answer, one request each.
@Path("/api/v1/commands")
@Authenticated
public class CommandResource {
  private final Caller caller;
  private final Commands commands;

  @Inject
  public CommandResource(Caller caller, Commands commands) {
    this.caller = caller;
    this.commands = commands;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      summary = "Does one thing",
      description =
          "Takes the same command object as the socket; kinds and data stand in /asyncapi.yaml. The"
              + " same id with the same content gets the first answer again for 30 days.")
  public Ok run(
      @RequestBody(content = @Content(schema = @Schema(implementation = CommandBody.class)))
          byte[] body) {
    try {
      return commands
          .run(caller.person(), FrameReader.command(text(body)))
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) throw refusal;
      throw e;
    }
  }

  /// Strict: replacement characters would be stored as if they had been written.
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(Refusal.Code.BAD_FRAME, "UTF-8 text is allowed here.");
    }
  }
}
