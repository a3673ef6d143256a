import type { Key } from '../words/words.svelte';

/** Turns of phrase that take half of an apology back, or make a start harsh. They are looked for in this
 * browser alone, in both languages: people mix them. A hint stops nobody. */
const TURNS: { key: Key; when: RegExp[] }[] = [
  {
    key: 'hint.if',
    when: [
      /\bif (you|i|it|that|anything)\b[^.!?]*\b(felt|feel|feels|were|was|got|hurt|upset|offend(ed)?|did|made)\b/i,
      /\b(falls|wenn|sollte(st)?) (du|ich|dich|dir|es|das)\b[^.!?]*\b(fühlt|fühlst|gefühlt|verletzt|gekränkt|gestört|traf|getroffen|warst|hast|habe|haben)\b/iu,
    ],
  },
  { key: 'hint.but', when: [/\bbut (you|i|it)\b/i, /\baber (du|dein|deine|ich|es)\b/iu] },
  {
    key: 'hint.sorryYou',
    when: [
      /\bsorry (that )?you('re| are)? (feel|felt|were|got|took|think|upset|hurt|angry)\b/i,
      /\b(leid|schade),? dass du (dich|das|so|es)\b/iu,
    ],
  },
  { key: 'hint.absolute', when: [/\byou (always|never)\b/i, /\bdu\b[^.!?]{0,20}\b(immer|nie|niemals|ständig|dauernd)\b/iu] },
  {
    key: 'hint.made',
    when: [/\byou (made|make) me\b/i, /\bbecause (of )?you\b/i, /\b(wegen dir|deinetwegen|du hast mich (dazu )?(gebracht|gemacht|provoziert))\b/iu],
  },
  { key: 'hint.calm', when: [/\b(calm down|overreact(ed|ing)?|too sensitive)\b/i, /(?<!\p{L})(beruhig dich|übertreib(st|e|t)?|zu empfindlich)(?!\p{L})/iu] },
];

/** At most two at a time: more is a lecture. */
export function hintsFor(text: string): Key[] {
  return TURNS.filter(({ when }) => when.some((turn) => turn.test(text)))
    .map(({ key }) => key)
    .slice(0, 2);
}
