package app.haven.timeout;

import static app.haven.client.Api.data;
import static app.haven.client.Api.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/// Drafts over the real jar and a real PostgreSQL.
class DraftIT extends TwoPeople {
  DraftIT() {
    super("drafts");
  }

  @Test
  void draftsAreTheirAuthorsAlone() {
    var timeout = id().toString();
    alex("timeout.call", timeout);
    var draft = id().toString();
    draft(
        "draft.keep", data().put("draft", draft).put("timeout", timeout).put("words", "One."), 200);
    draft(
        "draft.keep", data().put("draft", draft).put("timeout", timeout).put("words", "Two."), 200);
    var other = id().toString();
    draft(
        "draft.keep",
        data().put("draft", other).put("timeout", timeout).put("words", "Three."),
        200);

    var kept = pair.second().get("/api/v1/drafts?timeout=" + timeout).expect(200).body();
    assertThat(kept.path("items").findValuesAsText("words")).containsExactly("Three.", "Two.");
    assertThat(snapshot(pair.second()).path("drafts")).isEqualTo(kept.path("items"));
    assertThat(ids(pair.second().get("/api/v1/drafts?limit=1").expect(200).body(), "draft"))
        .containsExactly(other);
    assertThat(pair.second().get("/api/v1/drafts?timeout=" + id()).expect(200).body().path("items"))
        .isEmpty();
    assertThat(pair.first().get("/api/v1/drafts").expect(200).body().path("items")).isEmpty();
    assertThat(snapshot(pair.first()).path("drafts")).isEmpty();

    draft("draft.discard", data().put("draft", draft), 200);
    draft("draft.discard", data().put("draft", draft), 404);
    assertThat(snapshot(pair.second()).path("drafts")).hasSize(1);
  }

  @Test
  void aDraftStaysWithItsTimeOut() {
    var first = id().toString();
    alex("timeout.call", first);
    alex("timeout.letGo", first);
    var second = id().toString();
    alex("timeout.call", second);
    var draft = id().toString();
    draft("draft.keep", data().put("draft", draft).put("timeout", first).put("words", "One."), 200);
    draft(
        "draft.keep", data().put("draft", draft).put("timeout", second).put("words", "One."), 409);
  }

  @Test
  void draftsStayWithTheirAuthorWhenTheSpaceCloses() {
    var timeout = id().toString();
    alex("timeout.call", timeout);
    var draft = data().put("draft", id().toString()).put("timeout", timeout).put("words", "One.");
    draft("draft.keep", draft, 200);
    pair.first().delete("/api/v1/couple").expect(204);
    assertThat(snapshot(pair.second()).path("drafts")).hasSize(1);
    draft("draft.keep", draft.put("words", "Two."), 200);
    draft("draft.keep", draft.put("draft", id().toString()), 404);
  }

  private void alex(String kind, String timeout) {
    var data = data().put("timeout", timeout);
    if (kind.equals("timeout.call")) data.put("minutes", 30);
    pair.first().command(pair.couple(), kind, data).expect(200);
  }

  private void draft(String kind, ObjectNode data, int status) {
    pair.second().command(null, kind, data).expect(status);
  }
}
