/** The wire of `haven.v1` as this app reads it; unknown fields are ignored. */
import type { HoldCommands, HoldEvents, HoldSnapshot } from './hold';
import type { TankCommands, TankEvents, TankSnapshot } from './tank';

import type { WeeklyCommands, WeeklyEvents, WeeklyParts } from './weekly';

import type { PhonesDownCommands, PhonesDownEvents, PhonesDownParts } from './phonesdown';

import type { PromiseCommands, PromiseEvents, PromiseView } from './promise';

export type StreamName = 'ours' | 'mine';
export type Mode = 'current' | 'replay' | 'snapshot';
export interface Position {
  epoch: string;
  seq: number;
}
export type Positions = Partial<Record<StreamName, Position>>;

export interface TimeoutView {
  timeout: string;
  caller: string;
  calledAt: string;
  returnAt: string;
  reassurance: string | null;
  feeling?: string | null;
  topic?: string | null;
  acknowledgedAt?: string;
  acknowledgement?: string | null;
  checkedInAt?: string;
  checkIn?: string | null;
  extendedAt?: string;
  withNotice?: boolean;
  extension?: string | null;
  overdueAt?: string;
  notes: { at: string; words: string | null }[];
  ending?: 'returned' | 'let_go' | 'lapsed' | 'closed';
  endedAt?: string;
  when?: 'early' | 'on_time' | 'late';
  talkAt?: string;
  endingWords?: string | null;
}

export interface DraftView {
  draft: string;
  timeout: string;
  words: string | null;
  keptAt: string;
}

export const SIGNALS = ['slower', 'say_the_need', 'shutting_down', 'hard_but_here', 'may_need_space'] as const;
export type Signal = (typeof SIGNALS)[number];
export interface SignalView {
  at: string;
  by: string;
  signal: Signal;
}

/** An entry of the shared list, or with `private` of one's own; `what` is null where its author took the words back. */
export interface GratitudeView {
  gratitude: string;
  by: string;
  at: string;
  what: string | null;
  meaning?: string | null;
  on?: string;
  private?: boolean;
  editedAt?: string;
  thankedAt?: string;
  thanks?: string | null;
  pinned?: boolean;
  erased?: boolean;
  versions?: { at: string; what: string | null; meaning?: string | null; on?: string }[];
}

/** The words of a concern; a draft may lack any of them. */
export interface ConcernWords {
  saw?: string | null;
  felt?: string | null;
  meaning?: string | null;
  need?: string | null;
  request?: string | null;
}
export interface ConcernView extends ConcernWords {
  concern: string;
  author: string;
  raisedAt: string;
  state: 'open' | 'parked' | 'closed' | 'withdrawn';
  openedAt?: string;
  needsTimeUntil?: string;
  heard?: { at: string; words: string | null }[];
  restedAt?: string;
  closedAt?: string;
  how?: 'enough' | 'agreement';
  withdrawnAt?: string;
}
export type Depth = 'light' | 'close' | 'deep';
/** What a question asks: `deck` names one of Haven's own, `own` one that either of the two wrote. */
export interface Asks {
  deck?: string;
  own?: string;
}
export interface QuestionView extends Asks {
  question: string;
  drawer: string;
  drawnAt: string;
  depth: Depth;
  state: 'open' | 'revealed';
  revealedAt?: string;
  answers?: QuestionAnswer[];
  thanked?: { by: string; at: string; words?: string | null }[];
}
export interface QuestionAnswer {
  by: string;
  words?: string | null;
  erased?: boolean;
}
/** An answer that only its author reads. */
export interface QuestionDraftView {
  question: string;
  couple: string;
  words?: string | null;
  ready: boolean;
  keptAt: string;
}
export interface OwnQuestionView {
  own: string;
  author: string;
  addedAt: string;
  depth: Depth;
  words?: string | null;
}
/** Who draws next, and from when both may. */
export interface QuestionTurn {
  whose: string;
  free: string;
}

export const ACTIVITIES = [
  'good_moments', 'only_listen', 'shared_day', 'breathe_in_step', 'small_plan', 'three_photos', 'one_song', 'three_thanks',
  'slow_walk', 'draw_my_words', 'room_for_us', 'lighten_the_week', 'three_places', 'warm_cup', 'from_later', 'side_by_side',
] as const;
export type Which = (typeof ACTIVITIES)[number];
export interface ActivityView {
  activity: string;
  offeredBy: string;
  offeredAt: string;
  which: Which;
  state: 'offered' | 'running' | 'over';
  step?: number;
  /** Left out where the step is for both. */
  turn?: string;
  until?: string;
  answer?: 'not_now';
  overAt?: string;
}

export interface ConcernDraftView extends ConcernWords {
  concern: string;
  keptAt: string;
}

export const TOPICS = ['roles', 'contact', 'arguments', 'money', 'time', 'future', 'vision'] as const;
export type Topic = (typeof TOPICS)[number];
export const LINES = ['first', 'second', 'third'] as const;
export type Line = (typeof LINES)[number];
export const MARKS = ['same', 'differ', 'talk'] as const;
export type Mark = (typeof MARKS)[number];
/** The three lines of a topic, as far as somebody answered them. */
export type ExpectationWords = { [line in Line]?: string | null };
export interface ExpectationAnswer extends ExpectationWords {
  by: string;
  erased?: boolean;
}
export interface ExpectationView {
  expectation: string;
  topic: Topic;
  openedBy: string;
  openedAt: string;
  state: 'open' | 'revealed';
  revealedAt?: string;
  answers?: ExpectationAnswer[];
  /** By person and line. */
  marks?: Record<string, Partial<Record<Line, Mark>>>;
}
/** What this person keeps until both are ready; nobody else knows of it. */
export interface ExpectationDraftView extends ExpectationWords {
  expectation: string;
  couple: string;
  ready: boolean;
  keptAt: string;
}

export const LAYERS = ['expectation', 'need', 'goal', 'emotion', 'outside_pressure'] as const;
export type Layer = (typeof LAYERS)[number];
/** How one of the two sees an issue. */
export interface WorksheetWords {
  view?: string | null;
  layers?: Layer[] | null;
}
export interface WorksheetAnswer extends WorksheetWords {
  by: string;
  erased?: boolean;
}
export interface WorksheetView {
  worksheet: string;
  openedBy: string;
  openedAt: string;
  state: 'open' | 'revealed' | 'closed';
  issue: string | null;
  revealedAt?: string;
  answers?: WorksheetAnswer[];
  best?: { version: number; by: string; at: string; words: string | null; erased?: boolean }[];
  closedAt?: string;
  erased?: boolean;
}
export interface WorksheetDraftView extends WorksheetWords {
  worksheet: string;
  couple: string;
  ready: boolean;
  keptAt: string;
}

export interface NeedWords {
  statement?: string | null;
  feeling?: string | null;
  observation?: string | null;
  request?: string | null;
}
export type NeedAnswer = 'yes' | 'no' | 'other';
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export interface NeedReminder {
  reminder: string;
  agreed: boolean;
  words: string | null;
  times: string[];
  weekdays: Weekday[];
}
/** A need that was shared; of one that was taken back only the times are left. */
export interface NeedView extends NeedWords {
  need: string;
  author: string;
  sharedAt: string;
  versionAt?: string;
  takenBackAt?: string;
  answer?: NeedAnswer;
  answeredAt?: string;
  answerWords?: string | null;
  reminder?: NeedReminder;
  erased?: boolean;
  versions?: ({ at: string } & NeedWords)[];
}
/** One that somebody keeps for themselves. */
export interface OwnNeedView extends NeedWords {
  need: string;
  versionAt: string;
}
export interface BoundaryWords {
  protects?: string | null;
  will?: string | null;
}
export interface BoundaryView extends BoundaryWords {
  boundary: string;
  author: string;
  sharedAt: string;
  versionAt?: string;
  takenBackAt?: string;
  acknowledgedAt?: string;
  askedAt?: string;
  question?: string | null;
  erased?: boolean;
  versions?: ({ at: string } & BoundaryWords)[];
}
export interface OwnBoundaryView extends BoundaryWords {
  boundary: string;
  versionAt: string;
}
/** What the one who is reminded knows of it, and nobody else. */
export interface NeedReminderView {
  need: string;
  remindedAt?: string;
  paused?: boolean;
  pausedUntil?: string;
}

export const AGREEMENT_KINDS = ['need', 'timeout_plan', 'space_plan'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
/** Somebody's time alone, each week, at a time of day in a zone. */
export interface Slot {
  person: string;
  day: Weekday;
  start: string;
  minutes: number;
  zone: string;
}
/** What a version says; "I" is whoever wrote it. */
export interface Wording {
  why?: string | null;
  iWill?: string | null;
  youWill?: string | null;
  word?: string | null;
  minutes?: number;
  longest?: number;
  slots?: Slot[];
  reviewAt?: string;
}
/** A wording as a command says it: nothing in it was erased. */
export type Said = { [K in keyof Wording]: Exclude<Wording[K], null> };
export interface VersionView extends Wording {
  version: number;
  author: string;
  at: string;
  agreedAt?: string;
  withdrawnAt?: string;
  hash: string;
  erased?: boolean;
}
export interface AgreementView {
  agreement: string;
  kind: AgreementKind;
  state: 'proposed' | 'in_force' | 'ended';
  author: string;
  proposedAt: string;
  from?: Link;
  /** The number of the version in force. */
  holds?: number;
  /** The number of the version that waits for a yes. */
  pending?: number;
  slots?: Slot[];
  reviewAt?: string;
  keptAt?: string;
  versions: VersionView[];
  endedAt?: string;
  endedBy?: string;
  hash: string;
  intact: boolean;
}
/** What somebody set to be reminded of an agreement; nobody else knows of it. */
export interface AgreementReminderView {
  agreement: string;
  words: Words;
  times: string[];
  weekdays: Weekday[];
  /** When it came last. */
  remindedAt?: string;
  paused?: boolean;
  pausedUntil?: string;
}
/** How an entry hangs on the one before it. */
export interface Seal {
  previous?: string;
  words?: string;
  hash: string;
}

export const BID_KINDS = [
  'look', 'laugh', 'hug', 'talk', 'company', 'help', 'view', 'good_news', 'appreciate', 'plan', 'play', 'reassure',
] as const;
export type BidKind = (typeof BID_KINDS)[number];
export type BidAnswer = 'toward' | 'tired_but_glad' | 'later' | 'not_now';
export const WANTED = ['listening', 'advice', 'hug'] as const;
export type Wanted = (typeof WANTED)[number];
export interface BidView {
  bid: string;
  sender: string;
  madeAt: string;
  kind: BidKind;
  words?: string | null;
  at?: string;
  wanted?: Wanted;
  answer?: BidAnswer;
  answeredAt?: string;
  /** The time said with *later*. */
  answerAt?: string;
  answerWords?: string | null;
  fadedAt?: string;
  withdrawnAt?: string;
}

/** Words that ask for nothing, as both read them. */
export interface NoteView {
  note: string;
  author: string;
  sentAt: string;
  words?: string | null;
  erased?: boolean;
}
/** One of one's own that waits for its time; nobody else knows of it. */
export interface PlannedNoteView {
  note: string;
  couple: string;
  at: string;
  words?: string | null;
}

export const PLAN_ANSWERS = ['gladly', 'kind_thought', 'another_time', 'not_for_me'] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];
/** A plan as both read it. */
export interface PlanView {
  plan: string;
  maker: string;
  madeAt: string;
  words?: string | null;
  at?: string;
  surprise?: boolean;
  from?: Link;
  /** Who sees to it. */
  leader?: string;
  answer?: PlanAnswer;
  answeredAt?: string;
  answerWords?: string | null;
  letGoAt?: string;
  erased?: boolean;
}
/** A surprise of one's own that waits; nobody else knows of it. */
export interface HiddenPlanView {
  plan: string;
  couple: string;
  words?: string | null;
  at?: string;
  lead?: boolean;
  revealAt?: string;
}
export interface IdeaView {
  idea: string;
  author: string;
  addedAt: string;
  words?: string | null;
  erased?: boolean;
}

/** The five needs that come up most, as something to give. */
export const OFFERS = ['reassurance', 'presence', 'affection', 'validation', 'time'] as const;
export type Offer = (typeof OFFERS)[number];
export type Need = Offer | 'nothing';
/** How one of the two is today; of one that was taken back only the times are left. */
export interface CheckinView {
  checkin: string;
  teller: string;
  toldAt: string;
  feeling?: string | null;
  need?: Need;
  words?: string | null;
  answeredAt?: string;
  offer?: Offer;
  answerWords?: string | null;
  withdrawnAt?: string;
  erased?: boolean;
}
/** Own words to answer with. */
export interface FavouriteView {
  favourite: string;
  words?: string | null;
}

/** How fine the list of feelings is shown. */
export const LEVELS = ['three', 'basic', 'all'] as const;
export type Level = (typeof LEVELS)[number];
export const REPLIES = ['thanks', 'with_you', 'hug', 'nothing_now'] as const;
export type Reply = (typeof REPLIES)[number];
/** How somebody was: a feeling of the list, by its id, or own words. */
export interface Felt {
  feeling?: string | null;
  own?: string | null;
  intensity?: number | null;
  sensations?: string[] | null;
  fact?: string | null;
  note?: string | null;
}
/** One of one's own. */
export interface MomentView extends Felt {
  moment: string;
  at: string;
  editedAt?: string;
}
/** What was shared of one; `erased` where its author took it back. */
export interface SharedMomentView extends Felt {
  moment: string;
  by: string;
  at: string;
  ask?: boolean;
  erased?: boolean;
  answeredAt?: string;
  reply?: Reply;
  answerWords?: string | null;
  answerErased?: boolean;
}
export interface FeelingWordView {
  word: string;
  words?: string | null;
}
export interface FeelingWishes {
  /** When the first one was kept. */
  since?: string;
  /** The chosen one; none: it grows by itself. */
  level?: Level;
  reminders: { reminder: number; at: string }[];
  due?: { reminder: number; at: string };
  snoozed?: { reminder: number; at: string };
}

export const CARE_SECTIONS = ['flooded', 'helps', 'please_dont', 'loved', 'space', 'contact', 'capacity'] as const;
export type CareSection = (typeof CARE_SECTIONS)[number];
/** A section of one's own card; nobody else knows of it. */
export interface CareSectionView {
  section: CareSection;
  words?: string | null;
  keptAt: string;
}
/** A section that one of the two shows the other. */
export interface CareShareView {
  share: string;
  owner: string;
  section: CareSection;
  words?: string | null;
  sharedAt: string;
}

export const PHRASES = [
  'far_apart', 'overwhelmed', 'sorry', 'start_over', 'calmer', 'your_point', 'my_part', 'same_side', 'tell_me_more', 'still_love', 'thank_you',
] as const;
export type Phrase = (typeof PHRASES)[number];
export type RepairAnswer = 'accepted' | 'need_time' | 'not_yet' | 'need';
/** Another thing in the same stream. */
export interface Link {
  kind: string;
  id: string;
}
/** One form of an attempt: a phrase, own words, or the three parts of an apology. */
export interface RepairForm {
  phrase?: Phrase;
  words?: string | null;
  acknowledgement?: string | null;
  empathy?: string | null;
  restitution?: string | null;
  asks?: boolean;
  about?: Link;
}
export interface RepairView extends RepairForm {
  repair: string;
  thread: string;
  giver: string;
  offeredAt: string;
  answer?: RepairAnswer;
  answeredAt?: string;
  until?: string;
  answerWords?: string | null;
  withdrawnAt?: string;
}
export interface FollowUpView {
  thread: string;
  giver: string;
  days: number;
  askedAt: string;
}

export interface Partner {
  id: string;
  displayName: string;
  pronouns: string | null;
}
export interface Me {
  id: string;
  displayName: string;
  pronouns: string | null;
  timeZone: string;
  locale: 'en' | 'de';
  quietHours: { from: string; to: string } | null;
  welcomed: boolean;
  couple: { id: string; since: string; partner: Partner } | null;
}

export interface Snapshot extends Partial<WeeklyParts>, Partial<PhonesDownParts>, TankSnapshot, HoldSnapshot {
  now: string;
  streams: Positions;
  timeouts: TimeoutView[];
  talks?: TimeoutView[];
  drafts?: DraftView[];
  signals?: SignalView[];
  gratitudes?: GratitudeView[];
  privateGratitudes?: GratitudeView[];
  resurfaced?: GratitudeView[];
  concerns?: ConcernView[];
  concernDrafts?: ConcernDraftView[];
  expectations?: ExpectationView[];
  expectationDrafts?: ExpectationDraftView[];
  worksheets?: WorksheetView[];
  worksheetDrafts?: WorksheetDraftView[];
  questions?: QuestionView[];
  questionTurn?: QuestionTurn | null;
  ownQuestions?: OwnQuestionView[];
  questionDrafts?: QuestionDraftView[];
  activities?: ActivityView[];
  needs?: NeedView[];
  boundaries?: BoundaryView[];
  ownNeeds?: OwnNeedView[];
  ownBoundaries?: OwnBoundaryView[];
  needReminders?: NeedReminderView[];
  agreements?: AgreementView[];
  agreementReminders?: AgreementReminderView[];
  promises?: PromiseView[];
  bids?: BidView[];
  muted?: BidKind[];
  notes?: NoteView[];
  plannedNotes?: PlannedNoteView[];
  plans?: PlanView[];
  ideas?: IdeaView[];
  hiddenPlans?: HiddenPlanView[];
  checkins?: CheckinView[];
  favourites?: FavouriteView[];
  feelings?: MomentView[];
  feelingWords?: FeelingWordView[];
  feelingWishes?: FeelingWishes;
  sharedFeelings?: SharedMomentView[];
  careCard?: CareSectionView[];
  careShares?: CareShareView[];
  repairs?: RepairView[];
  repairFollowUps?: FollowUpView[];
  repairsMuted?: boolean;
  repairTimelineShared?: boolean;
}

/** As it is sent: nobody sends words that were erased. */
export type Wordy<T> = { [K in keyof T]: NonNullable<T[K]> };

type NeedSaid = { need: string; statement: string; feeling: string; observation?: string; request?: string };
type BoundarySaid = { boundary: string; protects: string; will: string };

export interface CommandData extends WeeklyCommands, PhonesDownCommands, PromiseCommands, TankCommands, HoldCommands {
  'timeout.call': {
    timeout: string;
    minutes?: number;
    returnAt?: string;
    reassurance?: string;
    feeling?: string;
    topic?: string;
  };
  'timeout.acknowledge': { timeout: string; words?: string };
  'timeout.checkIn': { timeout: string; words?: string };
  'timeout.extend': { timeout: string; minutes?: number; returnAt?: string; words?: string };
  'timeout.return': { timeout: string; talkAt?: string; words?: string };
  'timeout.letGo': { timeout: string; words?: string };
  'timeout.note': { timeout: string; words: string };
  'draft.keep': { draft: string; timeout: string; words: string };
  'draft.discard': { draft: string };
  'signal.send': { signal: Signal };
  'gratitude.add': { gratitude: string; what: string; meaning?: string; on?: string; private?: true };
  'gratitude.thank': { gratitude: string; words?: string };
  'gratitude.edit': { gratitude: string; what: string; meaning?: string; on?: string };
  'gratitude.pin': { gratitude: string };
  'gratitude.unpin': { gratitude: string };
  'gratitude.erase': { gratitude: string };
  'concern.keep': { concern: string; saw?: string; felt?: string; meaning?: string; need?: string; request?: string };
  'concern.discard': { concern: string };
  'concern.raise': { concern: string; saw: string; felt: string; meaning?: string; need: string; request?: string };
  'concern.open': { concern: string };
  'concern.hear': { concern: string; words: string };
  'concern.needTime': { concern: string; until: string };
  'concern.close': { concern: string; how: 'enough' | 'agreement' };
  'concern.withdraw': { concern: string };
  'expectation.open': { expectation: string; topic: Topic };
  'expectation.keep': { expectation: string; couple: string } & { [line in Line]?: string };
  'expectation.discard': { expectation: string };
  'expectation.ready': { expectation: string; couple: string };
  'expectation.notReady': { expectation: string; couple: string };
  'expectation.mark': { expectation: string; line: Line; mark: Mark };
  'expectation.erase': { expectation: string };
  'worksheet.open': { worksheet: string; issue: string };
  'worksheet.keep': { worksheet: string; couple: string; view?: string; layers?: Layer[] };
  'worksheet.discard': { worksheet: string };
  'worksheet.ready': { worksheet: string; couple: string };
  'worksheet.notReady': { worksheet: string; couple: string };
  'worksheet.write': { worksheet: string; version: number; words: string };
  'worksheet.close': { worksheet: string };
  'worksheet.erase': { worksheet: string };
  'question.draw': { question: string; depth: Depth };
  'question.skip': { question: string; next?: string };
  'question.pass': Record<string, never>;
  'question.keep': { question: string; couple: string; words: string };
  'question.discard': { question: string };
  'question.ready': { question: string; couple: string };
  'question.notReady': { question: string; couple: string };
  'question.thank': { question: string; words?: string };
  'question.erase': { question: string };
  'question.add': { own: string; depth: Depth; words: string };
  'question.remove': { own: string };
  'activity.offer': { activity: string; which: Which };
  'activity.answer': { activity: string; answer: 'yes' | 'not_now' };
  'activity.pass': { activity: string; step: number };
  'activity.end': { activity: string };
  'need.keep': NeedSaid;
  'need.change': NeedSaid;
  'need.drop': { need: string };
  'need.share': NeedSaid;
  'need.unshare': { need: string };
  'need.answer': { need: string; answer: NeedAnswer; words?: string };
  'need.remind': { need: string; reminder: string; words: string; times: string[]; weekdays: Weekday[] };
  'need.remindAgree': { need: string; reminder: string };
  'need.remindStop': { need: string };
  'need.remindPause': { need: string; until?: string };
  'need.remindResume': { need: string };
  'boundary.keep': BoundarySaid;
  'boundary.change': BoundarySaid;
  'boundary.drop': { boundary: string };
  'boundary.share': BoundarySaid;
  'boundary.unshare': { boundary: string };
  'boundary.acknowledge': { boundary: string };
  'boundary.ask': { boundary: string; words: string };
  'agreement.propose': { agreement: string; kind: AgreementKind; from?: Link } & Said;
  'agreement.counter': { agreement: string; version: number } & Said;
  'agreement.amend': { agreement: string; version: number } & Said;
  'agreement.consent': { agreement: string; version: number; hash?: string };
  'agreement.withdraw': { agreement: string; version?: number };
  'agreement.keep': { agreement: string; reviewAt?: string };
  'agreement.mySlot': { agreement: string; slots: Slot[] };
  'agreement.remind': { agreement: string; words: string; times: string[]; weekdays: Weekday[] };
  'agreement.remindPause': { agreement: string; until?: string };
  'agreement.remindResume': { agreement: string };
  'agreement.remindStop': { agreement: string };
  'bid.make': { bid: string; kind: BidKind; words?: string; at?: string; wanted?: Wanted };
  'bid.answer': { bid: string; answer: BidAnswer; words?: string; at?: string };
  'bid.withdraw': { bid: string };
  'mute.set': { kind: BidKind; muted: boolean };
  'note.send': { note: string; words: string };
  'note.plan': { note: string; couple: string; words: string; at: string };
  'note.cancel': { note: string };
  'idea.add': { idea: string; words: string };
  'idea.takeBack': { idea: string };
  'plan.make': { plan: string; words: string; at?: string; lead?: true; from?: Link };
  'plan.answer': { plan: string; answer: PlanAnswer; words?: string };
  'plan.lead': { plan: string; lead: boolean };
  'plan.letGo': { plan: string };
  'plan.hide': { plan: string; couple: string; words: string; at?: string; lead?: true; revealAt?: string };
  'plan.reveal': { plan: string };
  'plan.discard': { plan: string };
  'checkin.tell': { checkin: string; feeling: string; need?: Need; words?: string };
  'checkin.answer': { checkin: string; offer?: Offer; words?: string };
  'checkin.withdraw': { checkin: string };
  'favourite.keep': { favourite: string; words: string };
  'favourite.drop': { favourite: string };
  'feeling.keep': { moment: string; at?: string } & Wordy<Felt>;
  'feeling.drop': { moment: string };
  'feeling.share': { moment: string; ask?: boolean } & Wordy<Felt>;
  'feeling.answer': { moment: string; reply?: Reply; words?: string };
  'feeling.unshare': { moment: string };
  'feeling.level': { level?: Level };
  'feeling.remind': { reminder: number; at?: string };
  'feeling.snooze': { reminder: number; minutes: number };
  'feeling.skip': { reminder: number };
  'feeling.keepWord': { word: string; words: string };
  'feeling.dropWord': { word: string };
  'carecard.keep': { section: CareSection; words: string };
  'carecard.clear': { section: CareSection };
  'carecard.share': { share: string; section: CareSection; words: string };
  'carecard.revoke': { share: string };
  'repair.offer': { repair: string; thread?: string } & Wordy<RepairForm>;
  'repair.answer': { repair: string; answer: RepairAnswer; until?: string; words?: string };
  'repair.withdraw': { repair: string };
  'repair.askFollowUp': { thread: string; days: number };
  'repair.endFollowUp': { thread: string };
  'repair.mute': { muted: boolean };
  'repair.shareTimeline': { couple: string; shared: boolean };
}
export type Kind = keyof CommandData;
export type Command = {
  [K in Kind]: { type: 'command'; id: string; couple?: string; kind: K; data: CommandData[K] };
}[Kind];

export interface Problem {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { field: string; message: string }[];
  after?: number;
}

interface Eventful<K extends string, D> {
  type: 'event';
  stream: StreamName;
  epoch: string;
  seq: number;
  command: string;
  at: string;
  by: string | null;
  kind: K;
  data: D;
}
/** Words taken back by their author come as null. */
type Words = string | null;
interface EventData extends WeeklyEvents, PhonesDownEvents, PromiseEvents, TankEvents, HoldEvents {
  'timeout.called': {
    timeout: string;
    caller: string;
    calledAt: string;
    returnAt: string;
    reassurance: Words;
    feeling?: Words;
    topic?: Words;
  };
  'timeout.acknowledged': { timeout: string; words?: Words };
  'timeout.checkedIn': { timeout: string; words?: Words };
  'timeout.extended': { timeout: string; returnAt: string; words?: Words; withNotice: boolean };
  'timeout.returned': {
    timeout: string;
    talkAt?: string;
    words?: Words;
    returnedAt: string;
    when: 'early' | 'on_time' | 'late';
  };
  'timeout.letGo': { timeout: string; words?: Words };
  'timeout.noted': { timeout: string; words: Words };
  'timeout.overdue': { timeout: string; returnAt: string };
  'timeout.lapsed': { timeout: string };
  'timeout.endingSoon': { timeout: string; returnAt: string };
  'timeout.due': { timeout: string; returnAt: string };
  'timeout.talkSoon': { timeout: string; talkAt: string };
  'draft.kept': { draft: string; timeout: string; words: Words };
  'draft.discarded': { draft: string };
  'signal.sent': { signal: Signal };
  'gratitude.added': { gratitude: string; what: Words; meaning?: Words; on?: string; private?: boolean; erased?: boolean };
  'gratitude.thanked': { gratitude: string; words?: Words; erased?: boolean };
  'gratitude.edited': { gratitude: string; what: Words; meaning?: Words; on?: string; erased?: boolean };
  'gratitude.pinned': { gratitude: string };
  'gratitude.unpinned': { gratitude: string };
  'words.erased': { kind: string; id: string };
  'concern.kept': { concern: string } & ConcernWords;
  'concern.discarded': { concern: string };
  'concern.raised': { concern: string; parked: boolean } & ConcernWords;
  'concern.opened': { concern: string };
  'concern.heard': { concern: string; words: Words };
  'concern.timeNeeded': { concern: string; until: string };
  'concern.closed': { concern: string; how: 'enough' | 'agreement' };
  'concern.withdrawn': { concern: string };
  'concern.rested': { concern: string };
  'concern.due': { concern: string };
  'expectation.opened': { expectation: string; topic: Topic };
  'expectation.kept': { expectation: string; couple: string } & ExpectationWords;
  'expectation.discarded': { expectation: string };
  'expectation.readyChanged': { expectation: string; ready: boolean };
  'expectation.cleared': { expectation: string };
  'expectation.revealed': { expectation: string; answers: ExpectationAnswer[] };
  'expectation.marked': { expectation: string; line: Line; mark: Mark };
  'worksheet.opened': { worksheet: string; issue: Words; erased?: boolean };
  'worksheet.kept': { worksheet: string; couple: string } & WorksheetWords;
  'worksheet.discarded': { worksheet: string };
  'worksheet.readyChanged': { worksheet: string; ready: boolean };
  'worksheet.cleared': { worksheet: string };
  'worksheet.revealed': { worksheet: string; answers: WorksheetAnswer[] };
  'worksheet.written': { worksheet: string; version: number; words: Words; erased?: boolean };
  'worksheet.closed': { worksheet: string };
  'question.drawn': { question: string; depth: Depth } & Asks;
  'question.skipped': { question: string; next?: string; depth?: Depth; turn?: string } & Asks;
  'question.passed': { to: string };
  'question.kept': { question: string; couple: string; words: Words };
  'question.discarded': { question: string };
  'question.readyChanged': { question: string; ready: boolean };
  'question.revealed': { question: string; answers: QuestionAnswer[]; turn: string };
  'question.cleared': { question: string };
  'question.thanked': { question: string; words?: Words };
  'question.added': { own: string; depth: Depth; words: Words };
  'activity.offered': { activity: string; which: Which };
  'activity.answered': { activity: string; answer: 'yes' | 'not_now'; step?: number; turn?: string; until?: string };
  'activity.passed': { activity: string; step: number; turn?: string; until: string };
  'activity.ended': { activity: string };
  'activity.faded': { activity: string };
  'need.kept': { need: string } & NeedWords;
  'need.changed': { need: string } & NeedWords;
  'need.shared': { need: string } & NeedWords;
  'need.answered': { need: string; answer: NeedAnswer; words?: Words };
  'need.remindProposed': { need: string; reminder: string; words: Words; times: string[]; weekdays: Weekday[] };
  'need.remindAgreed': { need: string; reminder: string };
  'need.remindStopped': { need: string };
  'need.reminded': { need: string };
  'need.remindPaused': { need: string; until?: string };
  'need.remindResumed': { need: string };
  'boundary.kept': { boundary: string } & BoundaryWords;
  'boundary.changed': { boundary: string } & BoundaryWords;
  'boundary.shared': { boundary: string } & BoundaryWords;
  'boundary.acknowledged': { boundary: string };
  'boundary.asked': { boundary: string; words: Words };
  'agreement.proposed': { agreement: string; version: number; kind: AgreementKind; from?: Link; salt: Words; seal: Seal; erased?: boolean } & Wording;
  'agreement.changed': { agreement: string; version: number; salt: Words; seal: Seal; erased?: boolean } & Wording;
  'agreement.agreed': { agreement: string; version: number; seal: Seal };
  'agreement.withdrawn': { agreement: string; version?: number; seal: Seal };
  'agreement.kept': { agreement: string; reviewAt?: string; seal: Seal };
  'agreement.slotsChanged': { agreement: string; slots: Slot[]; seal: Seal };
  'agreement.reviewDue': { agreement: string };
  'agreement.remindSet': { agreement: string; words: Words; times: string[]; weekdays: Weekday[]; erased?: boolean };
  'agreement.remindPaused': { agreement: string; until?: string };
  'agreement.remindResumed': { agreement: string };
  'agreement.remindStopped': { agreement: string };
  'agreement.reminded': { agreement: string };
  'bid.made': { bid: string; kind: BidKind; words?: Words; at?: string; wanted?: Wanted };
  'bid.answered': { bid: string; answer: BidAnswer; words?: Words; at?: string };
  'bid.withdrawn': { bid: string };
  'bid.faded': { bid: string };
  'bid.due': { bid: string };
  'mute.changed': { kind: BidKind; muted: boolean };
  'note.sent': { note: string; words: Words };
  'note.planned': { note: string; couple: string; words: Words; at: string };
  'note.cancelled': { note: string };
  'note.passedOn': { note: string };
  'idea.added': { idea: string; words: Words };
  'idea.takenBack': { idea: string };
  'plan.made': { plan: string; words: Words; at?: string; lead?: boolean; surprise?: boolean; from?: Link };
  'plan.answered': { plan: string; answer: PlanAnswer; words?: Words };
  'plan.leadChanged': { plan: string; lead: boolean };
  'plan.letGo': { plan: string };
  'plan.hidden': { plan: string; couple: string; words: Words; at?: string; lead?: boolean; revealAt?: string };
  'plan.discarded': { plan: string };
  'plan.passedOn': { plan: string };
  'checkin.told': { checkin: string; feeling: Words; need?: Need; words?: Words };
  'checkin.answered': { checkin: string; offer?: Offer; words?: Words };
  'checkin.withdrawn': { checkin: string };
  'favourite.kept': { favourite: string; words: Words };
  'favourite.dropped': { favourite: string };
  'feeling.kept': { moment: string; at: string; anew?: boolean } & Felt;
  'feeling.shared': { moment: string; ask?: boolean } & Felt;
  'feeling.answered': { moment: string; reply?: Reply; words?: Words };
  'feeling.levelChosen': { level?: Level };
  'feeling.reminderSet': { reminder: number; at?: string };
  'feeling.due': { reminder: number };
  'feeling.snoozed': { reminder: number; until: string };
  'feeling.skipped': { reminder: number };
  'feeling.wordKept': { word: string; words: Words };
  'feeling.wordDropped': { word: string };
  'carecard.kept': { section: CareSection; words: Words };
  'carecard.cleared': { section: CareSection };
  'carecard.shared': { share: string; section: CareSection; words: Words };
  'repair.offered': { repair: string; thread: string } & RepairForm;
  'repair.answered': { repair: string; answer: RepairAnswer; until?: string; words?: Words };
  'repair.withdrawn': { repair: string };
  'repair.followUpAsked': { thread: string; giver: string; days: number };
  'repair.followUpEnded': { thread: string };
  'repair.due': { repair: string };
  'repair.followUpDue': { thread: string };
  'repair.muteChanged': { muted: boolean };
  'repair.timelineShared': { couple: string; shared: boolean };
  'invite.changed': { invite: string; state: string };
  'couple.opened': { couple: string };
  'couple.closed': { couple: string };
}
export type HavenEvent = { [K in keyof EventData]: Eventful<K, EventData[K]> }[keyof EventData];

export interface Welcome {
  type: 'welcome';
  person: string;
  couple: string | null;
  now: string;
  heartbeat: number;
  streams: Partial<Record<StreamName, { epoch: string; head: number; mode: Mode }>>;
}
export interface Ok {
  type: 'ok';
  id: string;
  at: string;
  repeated: boolean;
  positions: Positions;
}
export type ServerFrame =
  | Welcome
  | Ok
  | HavenEvent
  | { type: 'caughtUp'; stream: StreamName; seq: number }
  | { type: 'stream'; stream: StreamName; epoch: string; head: number; mode: 'opened' | 'snapshot' | 'closed' }
  | { type: 'refused'; id: string | null; problem: Problem }
  | { type: 'ping'; n: number }
  | { type: 'pong'; n: number }
  | { type: 'bye'; code: number; after?: number };

export type ClientFrame =
  | { type: 'hello'; device: string; after: Positions }
  | Command
  | { type: 'ping'; n: number }
  | { type: 'pong'; n: number };
