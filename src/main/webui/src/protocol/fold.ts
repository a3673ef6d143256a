import { foldActivity } from './activity';
import { foldAgreement, foldAgreementReminder } from './agreement';
import { foldConcern } from './concern';
import { foldExpectation } from './expectation';
import { foldGratitude } from './gratitude';
import { foldCarecard } from './carecard';
import { foldCheckin } from './checkin';
import { foldWeekly, noWeeklies, weekliesOf, type WeeklyParts } from './weekly';
import { foldWorksheet } from './worksheet';
import { foldQuestion, noQuestions, questionsOf, type Questions } from './question';
import { foldBoundary, foldNeed, needsOf, noNeeds, withoutWords, type Needs } from './need';
import { foldHold, holdsOf, noHolds, type Holds } from './hold';
import { foldTank, type ResentmentView } from './tank';
import { feelingsOf, foldFeeling, noFeelings, ownFeelings, type Feelings } from './feeling';
import { foldPhonesDown, type PhonesDownParts } from './phonesdown';
import { foldPlan } from './plan';
import { foldPromise, type PromiseView } from './promise';
import { foldRepair, noRepairs, repairsOf, type Repairs } from './repair';
import type {
  ActivityView, AgreementReminderView, AgreementView, BidKind, BidView, CareSectionView, CareShareView, CheckinView, ConcernDraftView, ConcernView, DraftView, ExpectationDraftView, ExpectationView, FavouriteView, GratitudeView, HavenEvent, HiddenPlanView, IdeaView, NoteView, PlannedNoteView, PlanView, Position, Positions,
  SignalView, Snapshot, StreamName, TimeoutView, WorksheetDraftView, WorksheetView,
} from './types';

/** Everything this device holds of one account: built by folding events, never by a command's own guess. */
export interface Held extends Repairs, Questions, WeeklyParts, Needs, Feelings, PhonesDownParts, Holds {
  person: string;
  couple: string | null;
  positions: Positions;
  /** Open ones, and ended ones while there is still something to do about them. */
  timeouts: TimeoutView[];
  drafts: DraftView[];
  signals: SignalView[];
  /** The newest of the shared list and of one's own. */
  gratitudes: GratitudeView[];
  privateGratitudes: GratitudeView[];
  /** The one entry that comes back on `resurfacedOn`, a day of UTC; none or one. */
  resurfaced: GratitudeView[];
  resurfacedOn: string;
  /** The open one, those that wait, and those that ended in the last days. */
  concerns: ConcernView[];
  concernDrafts: ConcernDraftView[];
  /** Concerns this person asked time for and was reminded of. */
  dueConcerns: string[];
  /** Those that are open, and those revealed in the last month. */
  expectations: ExpectationView[];
  /** What this person keeps for them until both are ready. */
  expectationDrafts: ExpectationDraftView[];
  /** Those that are not closed, and those closed in the last month. */
  worksheets: WorksheetView[];
  worksheetDrafts: WorksheetDraftView[];
  /** What is offered or under way, and what ended within a day. */
  activities: ActivityView[];
  /** Those that wait or hold, and those that ended in the last days. */
  agreements: AgreementView[];
  /** One's own reminders of them. */
  agreementReminders: AgreementReminderView[];
  /** Those that are open, and those that were settled in the last days. */
  promises: PromiseView[];
  /** One's own small resentments, the one kept last first. */
  tank: ResentmentView[];
  /** Of the last days, and older ones whose time is still ahead. */
  bids: BidView[];
  /** Kinds of bid this person wants to hear nothing of for now. */
  muted: BidKind[];
  /** Bids this person said *later* to and was reminded of. */
  dueBids: string[];
  /** Of the last days, the same for both. */
  notes: NoteView[];
  /** One's own that wait, by their time. */
  plannedNotes: PlannedNoteView[];
  /** Those that were not let go, until a while after their time. */
  plans: PlanView[];
  /** The box of both. */
  ideas: IdeaView[];
  /** One's own surprises. */
  hiddenPlans: HiddenPlanView[];
  /** How both were in the last days. */
  checkins: CheckinView[];
  /** Own words to answer with, newest first. */
  favourites: FavouriteView[];
  /** One's own card, and what the two show each other of theirs. */
  careCard: CareSectionView[];
  careShares: CareShareView[];
  /** Reminders to this person alone, by time-out, with the time they were about. */
  reminders: Record<string, { endingSoon?: string; due?: string; talkSoon?: string }>;
  /** The shared space was closed and the person has not put that line away. */
  closed: boolean;
}

/** So long after its end a time-out still has a page of its own. */
export const AFTERGLOW = 24 * 3_600_000;
const SIGNALS_LAST = 12 * 3_600_000;
const BIDS_LAST = 7 * 24 * 3_600_000;
const NOTES_LAST = 7 * 24 * 3_600_000;

export function nothingHeld(person: string): Held {
  return {
    person, couple: null, positions: {}, timeouts: [], drafts: [], signals: [], bids: [], muted: [], dueBids: [],
    notes: [], plannedNotes: [], plans: [], ideas: [], hiddenPlans: [], checkins: [], favourites: [], careCard: [], careShares: [], gratitudes: [], privateGratitudes: [], resurfaced: [], resurfacedOn: '',
    concerns: [], concernDrafts: [], dueConcerns: [], expectations: [], expectationDrafts: [], worksheets: [], worksheetDrafts: [], activities: [], phonesDown: [], agreements: [], agreementReminders: [], promises: [], tank: [], reminders: {}, closed: false, ...noQuestions(), ...noWeeklies(), ...noRepairs(), ...noNeeds(), ...noHolds(), ...noFeelings(),
  };
}

/** What an older version of this app kept may lack a part: then it is read anew from the server. */
export function isWhole(held: Held): boolean {
  return Object.keys(nothingHeld('')).every((part) => part in held);
}

/** A snapshot replaces what was held: words erased meanwhile must not survive on the device. */
export function fromSnapshot(held: Held, snapshot: Snapshot): Held {
  const all = [...snapshot.timeouts, ...(snapshot.talks ?? [])];
  const timeouts = [...new Map(all.map((one) => [one.timeout, one])).values()].sort((a, b) => b.calledAt.localeCompare(a.calledAt));
  return {
    ...nothingHeld(held.person),
    couple: held.couple,
    closed: held.closed,
    positions: snapshot.streams,
    timeouts,
    drafts: snapshot.drafts ?? [],
    signals: snapshot.signals ?? [],
    gratitudes: snapshot.gratitudes ?? [],
    privateGratitudes: snapshot.privateGratitudes ?? [],
    resurfaced: snapshot.resurfaced ?? [],
    resurfacedOn: snapshot.now.slice(0, 10),
    concerns: snapshot.concerns ?? [],
    concernDrafts: snapshot.concernDrafts ?? [],
    expectations: snapshot.expectations ?? [],
    expectationDrafts: snapshot.expectationDrafts ?? [],
    worksheets: snapshot.worksheets ?? [],
    worksheetDrafts: snapshot.worksheetDrafts ?? [],
    activities: snapshot.activities ?? [],
    phonesDown: snapshot.phonesDown ?? [],
    agreements: snapshot.agreements ?? [],
    agreementReminders: snapshot.agreementReminders ?? [],
    promises: snapshot.promises ?? [],
    tank: snapshot.tank ?? [],
    ...holdsOf(snapshot),
    bids: snapshot.bids ?? [],
    muted: snapshot.muted ?? [],
    notes: snapshot.notes ?? [],
    plannedNotes: snapshot.plannedNotes ?? [],
    plans: snapshot.plans ?? [],
    ideas: snapshot.ideas ?? [],
    hiddenPlans: snapshot.hiddenPlans ?? [],
    checkins: snapshot.checkins ?? [],
    favourites: snapshot.favourites ?? [],
    ...questionsOf(snapshot),
    ...weekliesOf(snapshot),
    careCard: snapshot.careCard ?? [],
    careShares: snapshot.careShares ?? [],
    ...repairsOf(snapshot),
    ...needsOf(snapshot),
    ...feelingsOf(snapshot),
  };
}

/** Drops everything shared, and what waited for this partner. Drafts, the own list and what is muted stay: they are the person's own. */
export function withoutOurs(held: Held): Held {
  const { mine } = held.positions;
  return {
    ...held, couple: null, positions: mine ? { mine } : {}, timeouts: [], signals: [], bids: [], dueBids: [],
    notes: [], plannedNotes: [], plans: [], ideas: [], hiddenPlans: [], checkins: [], careShares: [], gratitudes: [], resurfaced: [], resurfacedOn: '', concerns: [], dueConcerns: [], expectations: [], worksheets: [], activities: [], phonesDown: [], needs: [], boundaries: [], agreements: [], agreementReminders: [], promises: [], sharedHolds: [], reminders: {},
    ...noQuestions(), questionDrafts: held.questionDrafts, ...noWeeklies(), weeklyDrafts: held.weeklyDrafts, ...noRepairs(), repairsMuted: held.repairsMuted, ...ownFeelings(held),
  };
}

/** What the welcome says about the couple; another one than held means the old space is gone from here. */
export function inCouple(held: Held, couple: string | null): Held {
  if (held.couple === couple) return held;
  // What a device without a couple holds of `ours` is the snapshot it has just read of the space that was opened.
  if (held.couple === null) return { ...held, couple, closed: false };
  return { ...withoutOurs(held), couple, closed: couple === null && held.couple !== null };
}

/** Each feature looks whether it was its own thing. */
function withoutErased(held: Held, event: Extract<HavenEvent, { kind: 'words.erased' }>): Held {
  const next = foldCarecard(foldFeeling(foldGratitude(held, event), event), event);
  return ['need', 'boundary'].includes(event.data.kind) ? { ...next, ...withoutWords(next, event) } : next;
}

export type Step = { held: Held } | 'known' | 'gap';

/** Applies an event if it is the next of its stream; the position moves with it. */
export function apply(held: Held, event: HavenEvent): Step {
  const at = held.positions[event.stream];
  if (!at || at.epoch !== event.epoch || event.seq > at.seq + 1) return 'gap';
  if (event.seq <= at.seq) return 'known';
  const positions = { ...held.positions, [event.stream]: { epoch: event.epoch, seq: event.seq } };
  return { held: { ...fold(held, event), positions } };
}

export function reached(held: Held, positions: Positions): boolean {
  return (Object.entries(positions) as [StreamName, Position][]).every(([stream, wanted]) => {
    const at = held.positions[stream];
    return !at || at.epoch !== wanted.epoch || at.seq >= wanted.seq;
  });
}

/** The whole meaning of every event for the screen. Kinds of a later server pass without effect. */
export function fold(held: Held, event: HavenEvent): Held {
  const { data, at, kind } = event;
  switch (kind) {
    case 'timeout.called':
      return { ...held, timeouts: [{ ...data, notes: [] }, ...tidy(held, at).filter((one) => one.timeout !== data.timeout)] };
    case 'timeout.acknowledged':
      return change(held, data.timeout, { acknowledgedAt: at, acknowledgement: data.words });
    case 'timeout.checkedIn':
      return change(held, data.timeout, { checkedInAt: at, checkIn: data.words });
    case 'timeout.extended':
      return change(held, data.timeout, {
        returnAt: data.returnAt,
        extendedAt: at,
        withNotice: data.withNotice,
        extension: data.words,
        overdueAt: undefined,
      });
    case 'timeout.returned':
      return change(held, data.timeout, {
        ending: 'returned',
        endedAt: data.returnedAt,
        when: data.when,
        talkAt: data.talkAt,
        endingWords: data.words,
      });
    case 'timeout.letGo':
      return change(held, data.timeout, { ending: 'let_go', endedAt: at, endingWords: data.words });
    case 'timeout.noted':
      return change(held, data.timeout, (one) => ({ notes: [...one.notes, { at, words: data.words }] }));
    case 'timeout.overdue':
      return change(held, data.timeout, { overdueAt: at });
    case 'timeout.lapsed':
      return change(held, data.timeout, { ending: 'lapsed', endedAt: at });
    case 'timeout.endingSoon':
      return remind(held, data.timeout, { endingSoon: data.returnAt });
    case 'timeout.due':
      return remind(held, data.timeout, { due: data.returnAt });
    case 'timeout.talkSoon':
      return remind(held, data.timeout, { talkSoon: data.talkAt });
    case 'draft.kept':
      return { ...held, drafts: [{ ...data, keptAt: at }, ...held.drafts.filter((one) => one.draft !== data.draft)] };
    case 'draft.discarded':
      return { ...held, drafts: held.drafts.filter((one) => one.draft !== data.draft) };
    case 'signal.sent':
      return event.by ? { ...held, signals: [{ at, by: event.by, signal: data.signal }, ...recent(held.signals, at)] } : held;
    case 'gratitude.added':
    case 'gratitude.thanked':
    case 'gratitude.edited':
    case 'gratitude.pinned':
    case 'gratitude.unpinned':
      return foldGratitude(held, event);
    case 'words.erased':
      return withoutErased(held, event);
    case 'need.kept':
    case 'need.changed':
    case 'need.shared':
    case 'need.answered':
    case 'need.remindProposed':
    case 'need.remindAgreed':
    case 'need.remindStopped':
    case 'need.reminded':
    case 'need.remindPaused':
    case 'need.remindResumed':
      return { ...held, ...foldNeed(held, event) };
    case 'boundary.kept':
    case 'boundary.changed':
    case 'boundary.shared':
    case 'boundary.acknowledged':
    case 'boundary.asked':
      return { ...held, ...foldBoundary(held, event) };
    case 'carecard.kept':
    case 'carecard.cleared':
    case 'carecard.shared':
      return foldCarecard(held, event);
    case 'concern.kept':
    case 'concern.discarded':
    case 'concern.raised':
    case 'concern.opened':
    case 'concern.heard':
    case 'concern.timeNeeded':
    case 'concern.closed':
    case 'concern.withdrawn':
    case 'concern.rested':
    case 'concern.due':
      return foldConcern(held, event);
    case 'expectation.opened':
    case 'expectation.kept':
    case 'expectation.discarded':
    case 'expectation.readyChanged':
    case 'expectation.cleared':
    case 'expectation.revealed':
    case 'expectation.marked':
      return foldExpectation(held, event);
    case 'worksheet.opened':
    case 'worksheet.kept':
    case 'worksheet.discarded':
    case 'worksheet.readyChanged':
    case 'worksheet.cleared':
    case 'worksheet.revealed':
    case 'worksheet.written':
    case 'worksheet.closed':
      return foldWorksheet(held, event);
    case 'question.drawn':
    case 'question.skipped':
    case 'question.passed':
    case 'question.kept':
    case 'question.discarded':
    case 'question.readyChanged':
    case 'question.revealed':
    case 'question.cleared':
    case 'question.thanked':
    case 'question.added':
      return { ...held, ...foldQuestion(held, event) };
    case 'rhythm.proposed':
    case 'rhythm.agreed':
    case 'rhythm.stopped':
    case 'weekly.opened':
    case 'weekly.kept':
    case 'weekly.discarded':
    case 'weekly.readyChanged':
    case 'weekly.cleared':
    case 'weekly.revealed':
    case 'weekly.skipped':
    case 'weekly.passed':
    case 'weekly.spoke':
    case 'weekly.noted':
    case 'weekly.decided':
    case 'weekly.closed':
      return { ...held, ...foldWeekly(held, event) };
    case 'activity.offered':
    case 'activity.answered':
    case 'activity.passed':
    case 'activity.ended':
    case 'activity.faded':
      return { ...held, activities: foldActivity(held.activities, event) };
    case 'phonesDown.proposed':
    case 'phonesDown.accepted':
    case 'phonesDown.saidNotNow':
    case 'phonesDown.withdrawn':
    case 'phonesDown.soon':
    case 'phonesDown.begun':
    case 'phonesDown.ended':
    case 'phonesDown.faded':
      return { ...held, phonesDown: foldPhonesDown(held.phonesDown, event) };
    case 'agreement.proposed':
    case 'agreement.changed':
    case 'agreement.agreed':
    case 'agreement.withdrawn':
    case 'agreement.kept':
    case 'agreement.slotsChanged':
    case 'agreement.reviewDue':
      return foldAgreement(held, event);
    case 'agreement.remindSet':
    case 'agreement.remindPaused':
    case 'agreement.remindResumed':
    case 'agreement.remindStopped':
    case 'agreement.reminded':
      return { ...held, agreementReminders: foldAgreementReminder(held.agreementReminders, event) };
    case 'promise.made':
    case 'promise.changed':
    case 'promise.kept':
    case 'promise.letGo':
    case 'promise.thanked':
    case 'promise.soon':
    case 'promise.due':
      return { ...held, promises: foldPromise(held.promises, event) };
    case 'tank.kept':
    case 'tank.letGo':
    case 'tank.raised':
      return { ...held, tank: foldTank(held.tank, event) };
    case 'hold.placed':
    case 'hold.lifted':
    case 'hold.over':
    case 'hold.shared':
    case 'hold.unshared':
      return { ...held, ...foldHold(held, event) };
    case 'bid.made':
      return event.by ? { ...held, bids: [{ ...data, sender: event.by, madeAt: at }, ...recentBids(held.bids, at, data.bid)] } : held;
    case 'bid.answered':
      return changeBid(notDue(held, data.bid), data.bid, {
        answer: data.answer,
        answeredAt: at,
        answerWords: data.words,
        answerAt: data.at,
        fadedAt: undefined,
      });
    case 'bid.withdrawn':
      return { ...notDue(held, data.bid), bids: held.bids.map((one) => (one.bid === data.bid ? trace(one, at) : one)) };
    case 'bid.faded':
      return changeBid(held, data.bid, { fadedAt: at });
    case 'bid.due':
      return { ...held, dueBids: [...notDue(held, data.bid).dueBids, data.bid] };
    case 'mute.changed':
      return { ...held, muted: [...held.muted.filter((kind) => kind !== data.kind), ...(data.muted ? [data.kind] : [])].sort() };
    case 'note.sent':
      return event.by ? { ...held, notes: [{ note: data.note, author: event.by, sentAt: at, words: data.words }, ...recentNotes(held.notes, at)] } : held;
    case 'note.planned':
      return { ...held, plannedNotes: [...without(held, data.note), data].sort((a, b) => a.at.localeCompare(b.at) || a.note.localeCompare(b.note)) };
    case 'note.cancelled':
    case 'note.passedOn':
      return { ...held, plannedNotes: without(held, data.note) };
    case 'idea.added':
    case 'idea.takenBack':
    case 'plan.made':
    case 'plan.answered':
    case 'plan.leadChanged':
    case 'plan.letGo':
    case 'plan.hidden':
    case 'plan.discarded':
    case 'plan.passedOn':
      return foldPlan(held, event);
    case 'checkin.told':
    case 'checkin.answered':
    case 'checkin.withdrawn':
    case 'favourite.kept':
    case 'favourite.dropped':
      return foldCheckin(held, event);
    case 'feeling.kept':
    case 'feeling.shared':
    case 'feeling.answered':
    case 'feeling.levelChosen':
    case 'feeling.reminderSet':
    case 'feeling.due':
    case 'feeling.snoozed':
    case 'feeling.skipped':
    case 'feeling.wordKept':
    case 'feeling.wordDropped':
      return foldFeeling(held, event);
    case 'repair.offered':
    case 'repair.answered':
    case 'repair.withdrawn':
    case 'repair.followUpAsked':
    case 'repair.followUpEnded':
    case 'repair.muteChanged':
    case 'repair.timelineShared':
      return { ...held, ...foldRepair(held, event) };
    case 'couple.closed':
      return { ...withoutOurs(held), closed: true };
    case 'couple.opened':
      return { ...held, closed: false };
    default:
      return held;
  }
}

type Change = Partial<TimeoutView>;

function change(held: Held, timeout: string, to: Change | ((one: TimeoutView) => Change)): Held {
  const timeouts = held.timeouts.map((one) =>
    one.timeout === timeout ? { ...one, ...(typeof to === 'function' ? to(one) : to) } : one,
  );
  return { ...held, timeouts };
}

function remind(held: Held, timeout: string, about: Held['reminders'][string]): Held {
  return { ...held, reminders: { ...held.reminders, [timeout]: { ...held.reminders[timeout], ...about } } };
}

function tidy(held: Held, at: string): TimeoutView[] {
  const still = (time: string | undefined) => time !== undefined && Date.parse(at) - Date.parse(time) < AFTERGLOW;
  return held.timeouts.filter((one) => !one.ending || still(one.endedAt) || still(one.talkAt));
}

function recent(signals: SignalView[], at: string): SignalView[] {
  return signals.filter((one) => Date.parse(at) - Date.parse(one.at) < SIGNALS_LAST);
}

function changeBid(held: Held, bid: string, to: Partial<BidView>): Held {
  return { ...held, bids: held.bids.map((one) => (one.bid === bid ? { ...one, ...to } : one)) };
}

/** What is left of a bid that was taken back: its times, no words. */
function trace({ bid, sender, madeAt, kind, at }: BidView, withdrawnAt: string): BidView {
  return { bid, sender, madeAt, kind, ...(at && { at }), withdrawnAt };
}

function notDue(held: Held, bid: string): Held {
  return { ...held, dueBids: held.dueBids.filter((one) => one !== bid) };
}

function recentBids(bids: BidView[], now: string, besides: string): BidView[] {
  const ahead = (one: BidView) => !one.withdrawnAt && [one.at, one.answerAt].some((time) => time !== undefined && time > now);
  return bids.filter((one) => one.bid !== besides && (Date.parse(now) - Date.parse(one.madeAt) < BIDS_LAST || ahead(one)));
}

function recentNotes(notes: NoteView[], now: string): NoteView[] {
  return notes.filter((one) => Date.parse(now) - Date.parse(one.sentAt) < NOTES_LAST);
}

function without(held: Held, note: string): PlannedNoteView[] {
  return held.plannedNotes.filter((one) => one.note !== note);
}
