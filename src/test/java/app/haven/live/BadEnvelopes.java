package app.haven.live;

import static app.haven.live.BadFrame.command;
import static app.haven.live.BadFrame.row;

import java.util.List;

/// Frames that are JSON and not what the protocol says.
final class BadEnvelopes {
  private BadEnvelopes() {}

  static List<BadFrame> commands() {
    String rest = "'couple':'$couple','kind':'timeout.return','data':{'timeout':'$timeout'}";
    String self = "'kind':'draft.discard','data':{'draft':'$new'}";
    return List.of(
        row("no type", "bad-frame", "{'n':1}"),
        row("a type that is a number", "bad-frame", "{'type':1,'n':1}"),
        row("an unknown type", "bad-frame its id", "{'type':'subscribe','id':'$id'}"),
        row("another case", "bad-frame", "{'type':'Ping','n':1}"),
        row("what only the server says", "bad-frame its id", "{'type':'ok','id':'$id'}"),
        row("a ping without n", "bad-frame", "{'type':'ping'}"),
        row("a ping with a text", "bad-frame", "{'type':'ping','n':'1'}"),
        row("a ping with a fraction", "bad-frame", "{'type':'ping','n':1.5}"),
        row("a ping beyond 64 bits", "bad-frame", "{'type':'ping','n':9223372036854775808}"),
        row("a ping with more", "bad-frame", "{'type':'ping','n':1,'x':1}"),
        row("a command with more", "bad-frame its id", command("'x':1," + rest)),
        row("no id", "bad-frame", "{'type':'command'," + rest + "}"),
        row("an id that is a number", "bad-frame", "{'type':'command','id':7," + rest + "}"),
        row("a short id", "bad-frame", "{'type':'command','id':'1-2-3-4-5'," + rest + "}"),
        row(
            "an id without dashes",
            "bad-frame",
            "{'type':'command','id':'0197a6b17c3e7b2a9f002a6d8f1b9c11'," + rest + "}"),
        row("an id in braces", "bad-frame", "{'type':'command','id':'{$id}'," + rest + "}"),
        row("no kind", "bad-frame its id", command("'couple':'$couple','data':{}")),
        row("a kind that is a number", "bad-frame its id", command("'kind':1,'data':{}")),
        row(
            "a kind of 41 letters",
            "bad-frame its id",
            command("'kind':'" + "k".repeat(41) + "','data':{}")),
        row("an unknown kind", "unknown-kind its id", command("'kind':'timeout.refuse','data':{}")),
        row(
            "an event as a kind",
            "unknown-kind its id",
            command("'kind':'timeout.overdue','data':{}")),
        row(
            "a kind in another case",
            "unknown-kind its id",
            command("'kind':'Timeout.call','data':{}")),
        row("no data", "bad-frame its id", command("'couple':'$couple','kind':'timeout.call'")),
        row("data that is a list", "bad-frame its id", command("'kind':'timeout.call','data':[]")),
        row(
            "no couple",
            "invalid [couple] its id",
            command("'kind':'timeout.return','data':{'timeout':'$timeout'}")),
        row(
            "a short couple",
            "bad-frame its id",
            command("'couple':'1-2-3-4-5','kind':'timeout.return','data':{}")),
        row(
            "a couple for oneself",
            "invalid [couple] its id",
            command("'couple':'$couple'," + self)),
        row(
            "another's couple",
            "not-paired its id",
            command("'couple':'$other','kind':'timeout.return','data':{'timeout':'$timeout'}")),
        row(
            "nobody's couple",
            "not-paired its id",
            command("'couple':'$new','kind':'timeout.return','data':{'timeout':'$timeout'}")),
        row(
            "nobody's time-out",
            "not-found its id",
            command("'couple':'$couple','kind':'timeout.return','data':{'timeout':'$new'}")),
        row(
            "another's time-out",
            "not-found its id",
            command("'couple':'$couple','kind':'timeout.return','data':{'timeout':'$foreign'}")),
        row("the partner's time-out", "not-yours its id", command(rest)),
        row("nobody's draft", "not-found its id", command(self)));
  }

  static List<BadFrame> hellos() {
    return List.of(
        row("a hello without a device", "bad-frame", "{'type':'hello'}"),
        row("a hello with an empty device", "bad-frame", "{'type':'hello','device':''}"),
        row(
            "a hello with a long device",
            "bad-frame",
            "{'type':'hello','device':'" + "d".repeat(65) + "'}"),
        row("a hello with more", "bad-frame", "{'type':'hello','device':'d','token':'t'}"),
        row("a hello after a list", "bad-frame", "{'type':'hello','device':'d','after':[]}"),
        row(
            "a hello for another stream",
            "bad-frame",
            "{'type':'hello','device':'d','after':{'theirs':{'epoch':'e','seq':1}}}"),
        row(
            "a position without a number",
            "bad-frame",
            "{'type':'hello','device':'d','after':{'ours':{'epoch':'e'}}}"),
        row(
            "a position with a fraction",
            "bad-frame",
            "{'type':'hello','device':'d','after':{'ours':{'epoch':'e','seq':1.5}}}"),
        row(
            "a position with more",
            "bad-frame",
            "{'type':'hello','device':'d','after':{'ours':{'epoch':'e','seq':1,'x':1}}}"));
  }
}
