import { spokenActivity } from './activity/spoken';
import { spokenAgreement } from './agreement/spoken';
import { spokenBid } from './bid/spoken';
import { spokenCheckin } from './checkin/spoken';
import { spokenConcern } from './concern/spoken';
import { spokenExpectation } from './expectation/spoken';
import { spokenHold } from './hold/spoken';
import { spokenNeed } from './need/spoken';
import { spokenFeeling } from './feeling/spoken';
import { spokenNote } from './note/spoken';
import { spokenPhonesDown } from './phonesdown/spoken';
import { spokenPlan } from './plan/spoken';
import { spokenPromise } from './promise/spoken';
import { session } from './protocol/session.svelte';
import { spokenQuestion } from './question/spoken';
import type { HavenEvent } from './protocol/types';
import { spokenRepair } from './repair/spoken';
import { spoken } from './timeout/spoken';
import { mineOpen } from './timeout/timeouts';
import { spokenWeekly } from './weekly/spoken';
import { spokenWorksheet } from './worksheet/spoken';

/** What a screen reader says when something reaches this person; nothing of one's own steps and of what is muted. */
export function spokenLine(event: HavenEvent): string | undefined {
  const { me, held } = session;
  if (!me || event.by === me.id) return undefined;
  const name = session.partner?.displayName ?? '';
  const away = mineOpen(held) !== undefined;
  const ofTimeout = spoken(event, me.id, name, away);
  // On a break nothing else is read out: the home page keeps it for the return.
  if (away || ofTimeout) return ofTimeout;
  return (
    spokenBid(event, held, name) ??
    spokenConcern(event, held, name) ??
    spokenExpectation(event, held, name) ??
    spokenWorksheet(event, held, name) ??
    spokenWeekly(event, name) ??
    spokenQuestion(event, name) ??
    spokenActivity(event, name) ??
    spokenPhonesDown(event, name) ??
    spokenNeed(event, held, name) ??
    spokenAgreement(event, held, name) ??
    spokenPromise(event, held, name) ??
    spokenHold(event, held, name) ??
    spokenNote(event, name) ??
    spokenPlan(event, held, name) ??
    spokenCheckin(event, name) ??
    spokenFeeling(event, name) ??
    spokenRepair(event, held, name)
  );
}
