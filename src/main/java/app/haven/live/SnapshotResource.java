package app.haven.live;

import app.haven.kernel.Caller;
import app.haven.kernel.DatabaseFailure;
import app.haven.kernel.Json;
import app.haven.kernel.Partners;
import app.haven.kernel.PersonId;
import app.haven.kernel.Snapshots;
import app.haven.kernel.StreamId;
import app.haven.kernel.Streams;
import app.haven.kernel.Who;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// All that is open or current, with the positions it belongs to, from one REPEATABLE READ
/// transaction: whoever says hello with these positions gets exactly what came later.
@Path("/api/v1/snapshot")
@Authenticated
public class SnapshotResource {
  private final Caller caller;
  private final Partners partners;
  private final Streams streams;
  private final Instance<Snapshots> features;
  private final AgroalDataSource db;
  private final Clock clock;

  @Inject
  public SnapshotResource(
      Caller caller,
      Partners partners,
      Streams streams,
      @Any Instance<Snapshots> features,
      AgroalDataSource db,
      Clock clock) {
    this.caller = caller;
    this.partners = partners;
    this.streams = streams;
    this.features = features;
    this.db = db;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(summary = "All that is open or current, with the positions of both streams")
  public ObjectNode snapshot() {
    var person = caller.person();
    return QuarkusTransaction.requiringNew().call(() -> read(person));
  }

  private ObjectNode read(PersonId person) {
    oneViewOfEverything();
    var snapshot = Json.MAPPER.createObjectNode();
    snapshot.put("now", Json.time(clock.instant()));
    var paired = partners.of(person);
    Who who = paired.isPresent() ? paired.get() : new Who.Solo(person);
    positions(snapshot.putObject("streams"), who);
    features.forEach(feature -> feature.addTo(snapshot, who));
    return snapshot;
  }

  private void oneViewOfEverything() {
    try (var connection = db.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private void positions(ObjectNode positions, Who who) {
    var ids = new ArrayList<StreamId>(List.of(who.person().mine()));
    if (who instanceof Who.Paired paired) ids.add(paired.couple().ours());
    for (var stream : streams.read(ids).values()) {
      positions.set(stream.target().wire(), Json.MAPPER.valueToTree(stream.position()));
    }
  }
}
