package app.haven.agreement;

import static java.util.Map.entry;

import app.haven.agreement.AgreementEvent.Entry;
import app.haven.kernel.Decider;
import app.haven.kernel.Decision;
import app.haven.kernel.Links;
import app.haven.kernel.PersonId;
import app.haven.kernel.Refusal;
import app.haven.kernel.Timer;
import app.haven.kernel.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins the rules of an agreement with its rows and timers, and hangs each entry on the one
/// before.
@ApplicationScoped
class AgreementDecider implements Decider<AgreementCommand> {
  static final Map<String, Shape<AgreementCommand>> COMMANDS =
      Map.ofEntries(
          entry("agreement.propose", new Shape<>(AgreementCommand.Propose.class, Scope.COUPLE)),
          entry("agreement.counter", new Shape<>(AgreementCommand.Counter.class, Scope.COUPLE)),
          entry("agreement.consent", new Shape<>(AgreementCommand.Consent.class, Scope.COUPLE)),
          entry("agreement.amend", new Shape<>(AgreementCommand.Amend.class, Scope.COUPLE)),
          entry("agreement.withdraw", new Shape<>(AgreementCommand.Withdraw.class, Scope.COUPLE)),
          entry("agreement.keep", new Shape<>(AgreementCommand.Keep.class, Scope.COUPLE)),
          entry("agreement.mySlot", new Shape<>(AgreementCommand.MySlot.class, Scope.COUPLE)),
          entry("agreement.remind", new Shape<>(AgreementCommand.Remind.class, Scope.SELF)),
          entry(
              "agreement.remindPause", new Shape<>(AgreementCommand.RemindPause.class, Scope.SELF)),
          entry(
              "agreement.remindResume",
              new Shape<>(AgreementCommand.RemindResume.class, Scope.SELF)),
          entry(
              "agreement.remindStop", new Shape<>(AgreementCommand.RemindStop.class, Scope.SELF)));
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Agreements agreements;
  private final Changes changes;
  private final Links links;
  private final AgreementReminding reminding;

  @Inject
  AgreementDecider(
      Agreements agreements, Changes changes, Links links, AgreementReminding reminding) {
    this.agreements = agreements;
    this.changes = changes;
    this.links = links;
    this.reminding = reminding;
  }

  @Override
  public Map<String, Shape<AgreementCommand>> commands() {
    return COMMANDS;
  }

  @Override
  public Set<String> timers() {
    return AgreementTimers.KINDS;
  }

  @Override
  public Decision decide(Who who, AgreementCommand command, Instant now) {
    return switch (command) {
      case AgreementCommand.Own own -> reminding.decide(who.person(), own, now);
      case AgreementCommand.Propose wish -> propose(pair(who), wish, now);
      case AgreementCommand.Shared shared -> change(pair(who), shared, now);
    };
  }

  private static Who.Paired pair(Who who) {
    if (who instanceof Who.Paired pair) return pair;
    throw new IllegalStateException("an agreement without a couple");
  }

  private Decision propose(Who.Paired who, AgreementCommand.Propose wish, Instant now) {
    var ours = who.couple().ours();
    agreements
        .of(ours, wish.agreement())
        .ifPresent(row -> {
          throw AgreementRefusals.idTaken(row.state().standing());
        });
    if (wish.from() != null) links.mustExist(ours, wish.from());
    var moment = moment(who, 0, agreements.no(ours, wish.kind(), who.person()), now);
    int waiting = agreements.waiting(ours, who.person());
    var bare = Agreement.propose(wish, moment, waiting);
    var proposed = (AgreementEvent.Proposed) hang(bare, who.person(), now, null);
    var begun = Agreement.begun(proposed, who.person(), now);
    return Decision.of(
        proposed.fact(),
        seqs -> {
          long seq = seqs.getFirst();
          agreements.add(new AgreementRow(ours, begun, proposed, seq));
          changes.add(new ChangeRow(ours, seq, who.person(), now));
        });
  }

  private Moment moment(Who.Paired who, int wrote, Optional<Instant> no, Instant now) {
    var last = changes.last(who.couple().ours(), who.person());
    return new Moment(who.person(), who.partner(), last, wrote, no, now);
  }

  private static Entry hang(Entry bare, PersonId by, Instant at, @Nullable String previous) {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    return Chain.hang(bare, by, at, text, previous);
  }

  private Decision change(Who.Paired who, AgreementCommand.Shared command, Instant now) {
    var ours = who.couple().ours();
    var row = agreements.of(ours, command.agreement()).orElseThrow(Refusal::notFound);
    return row.state()
        .decide(command, moment(who, row.wrote(who.person()), row.no(who.person()), now))
        .map(bare -> changed(row, bare, who, now))
        .orElseGet(Decision::nothing);
  }

  private Decision changed(AgreementRow row, Entry bare, Who.Paired who, Instant now) {
    var by = who.person();
    var entry = hang(bare, by, now, row.hash());
    var was = row.state();
    var decision =
        Decision.of(
            entry.fact(),
            seqs -> {
              long seq = seqs.getFirst();
              row.remember(entry, by, now, seq);
              if (isChange(entry)) changes.add(new ChangeRow(row.stream(), seq, by, now));
            });
    var both = List.of(by, who.partner());
    return AgreementTimers.change(decision, was, was.after(entry, by), both);
  }

  private static boolean isChange(Entry entry) {
    return entry instanceof AgreementEvent.Changed || entry instanceof AgreementEvent.SlotsChanged;
  }

  @Override
  public Decision fire(Timer timer, List<PersonId> readers, Instant now) {
    return timer.kind().equals(AgreementTimers.REMINDED)
        ? reminding.fire(timer, readers.getFirst(), now)
        : Decision.of(new AgreementEvent.ReviewDue(timer.thing()).fact(), _ -> {});
  }
}
