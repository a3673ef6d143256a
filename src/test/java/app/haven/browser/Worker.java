package app.haven.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/// The service worker of a site, spoken with as a debugger does: Playwright for Java knows none.
final class Worker {
  private final CDPSession browser;
  private final String session;
  private final Map<Integer, JsonObject> answers = new HashMap<>();
  private int asked;

  Worker(Browser browser, String home) {
    this.browser = browser.newBrowserCDPSession();
    this.browser.on(
        "Target.receivedMessageFromTarget",
        told -> {
          var answer = JsonParser.parseString(told.get("message").getAsString()).getAsJsonObject();
          if (answer.has("id")) answers.put(answer.get("id").getAsInt(), answer);
        });
    var wanted = new JsonObject();
    wanted.addProperty("targetId", target(home));
    wanted.addProperty("flatten", false);
    session = this.browser.send("Target.attachToTarget", wanted).get("sessionId").getAsString();
  }

  private String target(String home) {
    return browser.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
        .map(one -> one.getAsJsonObject())
        .filter(one -> one.get("type").getAsString().equals("service_worker"))
        .filter(one -> one.get("url").getAsString().startsWith(home))
        .findFirst()
        .orElseThrow()
        .get("targetId")
        .getAsString();
  }

  /// What the expression is, as text.
  String evaluate(String expression) {
    int id = ++asked;
    var question = new JsonObject();
    question.addProperty("id", id);
    question.addProperty("method", "Runtime.evaluate");
    var parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    question.add("params", parameters);
    var message = new JsonObject();
    message.addProperty("sessionId", session);
    message.addProperty("message", question.toString());
    browser.send("Target.sendMessageToTarget", message);
    Awaitility.await()
        .pollInSameThread()
        .until(() -> {
          // Playwright hands over what came only while it is asked something.
          browser.send("Browser.getVersion");
          return answers.containsKey(id);
        });
    var result = answers.remove(id).getAsJsonObject("result").getAsJsonObject("result");
    return result.has("value") ? result.get("value").getAsString() : "";
  }
}
