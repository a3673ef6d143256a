import type { Held } from './fold';
import type { CheckinView, HavenEvent } from './types';

const SHOWN = 2 * 24 * 3_600_000;
type Kind = 'checkin.told' | 'checkin.answered' | 'checkin.withdrawn' | 'favourite.kept' | 'favourite.dropped';

/** What happened to a day of one of the two, or to the words this person keeps at hand. */
export function foldCheckin(held: Held, { kind, data, at, by }: Extract<HavenEvent, { kind: Kind }>): Held {
  switch (kind) {
    case 'checkin.told':
      return by ? { ...held, checkins: [{ ...data, teller: by, toldAt: at }, ...recent(held.checkins, at)] } : held;
    case 'checkin.answered':
      return change(held, data.checkin, (one) => ({ ...one, answeredAt: at, offer: data.offer, answerWords: data.words }));
    case 'checkin.withdrawn':
      return change(held, data.checkin, ({ checkin, teller, toldAt }) => ({ checkin, teller, toldAt, withdrawnAt: at }));
    case 'favourite.kept':
      return { ...held, favourites: [data, ...held.favourites.filter((one) => one.favourite !== data.favourite)] };
    case 'favourite.dropped':
      return { ...held, favourites: held.favourites.filter((one) => one.favourite !== data.favourite) };
  }
}

function change(held: Held, checkin: string, to: (one: CheckinView) => CheckinView): Held {
  return { ...held, checkins: held.checkins.map((one) => (one.checkin === checkin ? to(one) : one)) };
}

function recent(checkins: CheckinView[], now: string): CheckinView[] {
  return checkins.filter((one) => Date.parse(now) - Date.parse(one.toldAt) < SHOWN);
}
