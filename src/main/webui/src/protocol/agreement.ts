import type { Held } from './fold';
import type { AgreementReminderView, AgreementView, HavenEvent, VersionView } from './types';

type OfReminder = Extract<HavenEvent, { kind: `agreement.remind${string}` }>;
type Told = Exclude<Extract<HavenEvent, { kind: `agreement.${string}` }>, OfReminder>;

const ENDED_LAST = 7 * 24 * 3_600_000;

export function foldAgreement(held: Held, event: Told): Held {
  const { data, at } = event;
  if (event.kind === 'agreement.proposed') {
    return { ...held, agreements: [proposed(event), ...recent(held.agreements, at).filter((one) => one.agreement !== data.agreement)] };
  }
  const agreements = held.agreements.map((one) => (one.agreement === data.agreement ? changed(one, event) : one));
  return { ...held, agreements };
}

/** Of this person alone. Where the agreement has ended it says nothing any more: `reminderOf` looks. */
export function foldAgreementReminder(held: AgreementReminderView[], event: OfReminder): AgreementReminderView[] {
  const { agreement } = event.data;
  const others = held.filter((one) => one.agreement !== agreement);
  if (event.kind === 'agreement.remindStopped') return others;
  if (event.kind === 'agreement.remindSet') {
    const { words, times, weekdays } = event.data;
    return [...others, { agreement, words, times, weekdays }];
  }
  return held.map((one) => (one.agreement === agreement ? reminder(one, event) : one));
}

function reminder(one: AgreementReminderView, event: OfReminder): AgreementReminderView {
  if (event.kind === 'agreement.reminded') return { ...one, remindedAt: event.at };
  const { paused: _paused, pausedUntil: _until, ...heard } = one;
  if (event.kind !== 'agreement.remindPaused') return heard;
  const { until } = event.data;
  return { ...heard, paused: true, ...(until && { pausedUntil: until }) };
}

function proposed({ data, by, at }: Extract<Told, { kind: 'agreement.proposed' }>): AgreementView {
  const { agreement, kind, from, ...wording } = data;
  const author = by ?? '';
  return {
    agreement, kind, state: 'proposed', author, proposedAt: at, ...(from && { from }), pending: 1,
    versions: [version(wording, author, at)], hash: data.seal.hash, intact: true,
  };
}

function version(said: Omit<VersionView, 'author' | 'at' | 'hash'> & { seal: { hash: string }; salt: string | null }, author: string, at: string): VersionView {
  const { seal, salt: _salt, ...rest } = said;
  return { ...rest, author, at, hash: seal.hash };
}

function changed(one: AgreementView, event: Told): AgreementView {
  switch (event.kind) {
    case 'agreement.changed': {
      const { agreement: _id, ...wording } = event.data;
      const versions = [...one.versions, version(wording, event.by ?? '', event.at)];
      return { ...one, pending: wording.version, versions, hash: wording.seal.hash };
    }
    case 'agreement.agreed':
      return agreed(one, event);
    case 'agreement.withdrawn':
      return withdrawn(one, event);
    case 'agreement.kept': {
      const { reviewAt: _before, ...rest } = one;
      const { reviewAt, seal } = event.data;
      return { ...rest, ...(reviewAt && { reviewAt }), keptAt: event.at, hash: seal.hash };
    }
    case 'agreement.slotsChanged': {
      const { slots: _before, ...rest } = one;
      const { slots, seal } = event.data;
      return { ...rest, ...(slots.length > 0 && { slots }), hash: seal.hash };
    }
    default:
      return one;
  }
}

function agreed(one: AgreementView, { data, at }: Extract<Told, { kind: 'agreement.agreed' }>): AgreementView {
  const { pending: _pending, slots: _slots, reviewAt: _review, ...rest } = one;
  const said = one.versions.find((each) => each.version === data.version);
  return {
    ...rest,
    state: 'in_force',
    holds: data.version,
    ...(said?.slots?.length && { slots: said.slots }),
    ...(said?.reviewAt && { reviewAt: said.reviewAt }),
    versions: marked(one.versions, data.version, { agreedAt: at }),
    hash: data.seal.hash,
  };
}

function withdrawn(one: AgreementView, { data, at, by }: Extract<Told, { kind: 'agreement.withdrawn' }>): AgreementView {
  const { pending: _pending, ...rest } = one;
  const versions = data.version === undefined ? one.versions : marked(one.versions, data.version, { withdrawnAt: at });
  const hash = data.seal.hash;
  if (data.version !== undefined && one.state === 'in_force') return { ...rest, versions, hash };
  const { holds: _holds, slots: _slots, reviewAt: _review, ...left } = rest;
  return { ...left, state: 'ended', versions, endedAt: at, ...(data.version === undefined && by && { endedBy: by }), hash };
}

function marked(versions: VersionView[], number: number, mark: Partial<VersionView>): VersionView[] {
  return versions.map((one) => (one.version === number ? { ...one, ...mark } : one));
}

function recent(agreements: AgreementView[], now: string): AgreementView[] {
  return agreements.filter((one) => !one.endedAt || Date.parse(now) - Date.parse(one.endedAt) < ENDED_LAST);
}
