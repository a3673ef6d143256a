package app.haven.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.haven.client.Api;
import app.haven.client.Device;
import app.haven.client.Pair;
import app.haven.local.Ports;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same sentence as a mail, through a real mail server.
class MailIT {
  private static final int PORT = Ports.free();

  private static Reached reached;
  private static GreenMail server;

  private Api alex;
  private Api sam;
  private String address;
  private Pair pair;

  @BeforeAll
  static void start() {
    server = serving();
    reached =
        new Reached(
            "mail",
            Map.of(
                "HAVEN_MAIL_HOST", "localhost:" + PORT,
                "HAVEN_MAIL_FROM", "haven@example.org",
                "HAVEN_MAIL_TLS", "none"));
  }

  private static GreenMail serving() {
    var mail = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  @AfterAll
  static void stop() {
    reached.close();
    server.stop();
  }

  @BeforeEach
  void two() {
    address = "sam-" + UUID.randomUUID() + "@example.org";
    alex = person("alex@example.org", true);
    sam = person(address, true);
    pair = Pair.make(alex, sam);
    reached.settle();
  }

  private static Api person(String email, boolean verified) {
    long now = Instant.now().getEpochSecond();
    var claims =
        "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d,\"email\":\"%s\",\"email_verified\":%s}"
            .formatted(UUID.randomUUID(), now, now + 3_600, email, verified);
    return new Api(reached.home.node().uri(), reached.home.tokens().signed(claims));
  }

  private static Api mailing(Api person) {
    person.patch("/api/v1/notices", Api.data().put("mail", true)).expect(200);
    return person;
  }

  private List<MimeMessage> mails() {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isFor(mail, address))
        .toList();
  }

  private static boolean isFor(MimeMessage mail, String address) {
    try {
      return Arrays.toString(mail.getAllRecipients()).contains(address);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyGetsMailWhoDidNotAskForIt() {
    var mail = sam.get("/api/v1/notices").expect(200).body().path("mail");
    assertThat(mail.path("address").asText()).isEqualTo(address);
    assertThat(mail.path("on").asBoolean()).isFalse();
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoeverAskedGetsOneSentenceAndNothingElse() throws Exception {
    mailing(sam);
    var word = "canary" + UUID.randomUUID().toString().replace("-", "");
    var note = Api.data().put("note", Api.id().toString()).put("words", word);
    alex.patch("/api/v1/me", Api.data().put("displayName", word)).expect(200);
    alex.command(pair.couple(), "note.send", note).expect(200);
    Reached.soon().until(() -> mails().size() == 1);
    var mail = mails().getFirst();
    assertThat(mail.getSubject()).isEqualTo("Haven: something for you");
    assertThat(mail.getFrom()[0]).hasToString("haven@example.org");
    assertThat(mail.getContent().toString()).contains(reached.home.node().uri().toString());
    assertThat(GreenMailUtil.getWholeMessage(mail))
        .doesNotContain(word, pair.couple(), note.path("note").asText());
  }

  @Test
  void whatComesSoonAfterIsOneMoreMailLater() throws Exception {
    mailing(sam);
    Reached.signal(alex, pair);
    Reached.soon().until(() -> mails().size() == 1);
    Reached.signal(alex, pair);
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(mails()).hasSize(1);
    var held = "select count(*) from notice where held and way = 'mail' and person_id = '%s'";
    var me = sam.get("/api/v1/me").body().path("id").asText();
    assertThat(reached.count(held.formatted(me))).isOne();
    reached.sql("update notice_choice set mailed_at = mailed_at - interval '1 hour'");
    reached.sql("update notice set due_at = now() where held");
    Reached.soon().until(() -> mails().size() == 2);
  }

  @Test
  void itSpeaksOnesLanguage() throws Exception {
    mailing(sam).patch("/api/v1/me", Api.data().put("locale", "de")).expect(200);
    Reached.signal(alex, pair);
    Reached.soon().until(() -> mails().size() == 1);
    assertThat(mails().getFirst().getSubject()).isEqualTo("Haven: etwas für dich");
  }

  @Test
  void anOpenTabAnywhereIsEnough() {
    mailing(sam);
    try (var tab = Device.following(sam)) {
      Reached.signal(alex, pair);
      tab.event("signal.sent");
      reached.settle();
      assertThat(mails()).isEmpty();
    }
  }

  @Test
  void aMailServerThatWasAwayGetsItOnce() {
    mailing(sam);
    server.stop();
    Reached.signal(alex, pair);
    Reached.soon().until(() -> reached.count("select count(*) from notice where attempts > 1") > 0);
    server = serving();
    Reached.soon().until(() -> mails().size() == 1);
    reached.settle();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void onlyAnAddressTheProviderVouchesForIsWrittenTo() {
    var unknown = person(address, false);
    assertThat(unknown.get("/api/v1/notices").body().path("mail").isNull()).isTrue();
    unknown.patch("/api/v1/notices", Api.data().put("mail", true)).expect(422);
    var tricky = person("a@example.org,b@example.org", true);
    tricky.patch("/api/v1/notices", Api.data().put("mail", true)).expect(422);
  }

  @Test
  void turnedOffIsOff() {
    mailing(sam).patch("/api/v1/notices", Api.data().put("mail", false)).expect(200);
    Reached.signal(alex, pair);
    reached.settle();
    assertThat(mails()).isEmpty();
  }
}
