import { describe, expect, it } from 'vitest';
import { hintsFor } from './hints';

describe('a thought on ones words', () => {
  it.each([
    ["I'm sorry if you felt hurt.", 'hint.if'],
    ['I am sorry if I hurt you.', 'hint.if'],
    ['Es tut mir leid, falls ich dich verletzt habe.', 'hint.if'],
    ['Tut mir leid, wenn du dich verletzt fühlst.', 'hint.if'],
    ['I was loud, but you started.', 'hint.but'],
    ['Ich war laut, aber du hast angefangen.', 'hint.but'],
    ["I'm sorry you feel that way.", 'hint.sorryYou'],
    ['Es tut mir leid, dass du das so siehst.', 'hint.sorryYou'],
    ['You never listen.', 'hint.absolute'],
    ['Du hörst mir nie zu.', 'hint.absolute'],
    ['You made me shout.', 'hint.made'],
    ['Du hast mich dazu gebracht.', 'hint.made'],
    ['Please calm down.', 'hint.calm'],
    ['Du übertreibst.', 'hint.calm'],
  ])('%s', (text, hint) => {
    expect(hintsFor(text)).toContain(hint);
  });

  it.each([
    'I raised my voice at dinner.',
    'I think that frightened you.',
    'Next time I take a break before I get loud.',
    'Ich bin beim Essen laut geworden.',
    'Ich glaube, das hat dir Angst gemacht.',
    'Wenn ich merke, dass ich laut werde, mache ich eine Pause.',
    'I see your point.',
    '',
  ])('says nothing to “%s”', (text) => {
    expect(hintsFor(text)).toEqual([]);
  });

  it('says at most two things at once', () => {
    expect(hintsFor("Sorry if you felt hurt, but you always overreact and you made me shout.")).toHaveLength(2);
  });
});
