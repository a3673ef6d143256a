import { describe, expect, it } from 'vitest';
import { instant, LONGEST, nextTime, promised, SHORTEST } from './promise';

const at = (time: string, day = 20) => new Date(`2026-11-${day}T${time}:00`).getTime();

describe('a promised time', () => {
  it('is in minutes for the lengths of the form', () => {
    expect(promised('30', '', at('18:00'))).toEqual({ minutes: 30 });
    expect(instant(promised('30', '', at('18:00')), at('18:00'))).toBe(at('18:30'));
  });

  it('is the next time the clock shows it', () => {
    expect(nextTime('20:15', at('18:00'))).toBe(at('20:15'));
    expect(nextTime('07:00', at('18:00'))).toBe(at('07:00', 21));
    expect(nextTime('18:00', at('18:00'))).toBe(at('18:00', 21));
  });

  it.each([
    ['18:00', '09:00', 21],
    ['23:59', '09:00', 21],
    ['01:00', '09:00', 20],
    ['09:30', '09:00', 21],
  ])('till tomorrow, said at %s, is %s', (now, time, day) => {
    expect(instant(promised('tomorrow', '', at(now)), at(now))).toBe(at(time, day));
  });

  it('leaves half an hour for more time where it is till tomorrow', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = at('00:00') + minute * 60_000;
      expect(instant(promised('tomorrow', '', now), now) - now).toBeLessThanOrEqual(LONGEST - 30 * 60_000);
    }
  });

  it('stays between five minutes and a day, whenever it is made', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = at('00:00') + minute * 60_000;
      for (const length of ['20', '30', '60', '120', 'half_day', 'tomorrow', 'time'] as const) {
        const away = instant(promised(length, '06:40', now), now) - now;
        expect(away).toBeGreaterThanOrEqual(length === 'time' ? 1 : SHORTEST);
        expect(away).toBeLessThanOrEqual(LONGEST);
      }
    }
  });
});
