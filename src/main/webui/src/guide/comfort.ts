import { t, type Key } from '../words/words.svelte';

export const FEELINGS = ['sad', 'afraid', 'angry', 'ashamed', 'lonely', 'overwhelmed', 'tired', 'hurt'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** The order in which words help: first ask, at last say back what was heard. */
export const MOVES = ['ask', 'affirm', 'near', 'last'] as const;
export type Move = (typeof MOVES)[number];

export interface Phrase {
  key: Key;
  move: Move;
  feelings: Feeling[];
}

export const moveWords: Record<Move, Key> = {
  ask: 'comfort.moveAsk',
  affirm: 'comfort.moveAffirm',
  near: 'comfort.moveNear',
  last: 'comfort.moveLast',
};

/** A feeling's name, and the words it is looked for by. */
export const feelingWords: Record<Feeling, { name: Key; words: Key }> = {
  sad: { name: 'comfort.feeling.sad', words: 'comfort.words.sad' },
  afraid: { name: 'comfort.feeling.afraid', words: 'comfort.words.afraid' },
  angry: { name: 'comfort.feeling.angry', words: 'comfort.words.angry' },
  ashamed: { name: 'comfort.feeling.ashamed', words: 'comfort.words.ashamed' },
  lonely: { name: 'comfort.feeling.lonely', words: 'comfort.words.lonely' },
  overwhelmed: { name: 'comfort.feeling.overwhelmed', words: 'comfort.words.overwhelmed' },
  tired: { name: 'comfort.feeling.tired', words: 'comfort.words.tired' },
  hurt: { name: 'comfort.feeling.hurt', words: 'comfort.words.hurt' },
};

/** Each step has a sentence that can help beside one that rarely does. */
export const STEPS: { name: Key; how: Key; say: Key; not: Key }[] = [
  { name: 'comfort.step1', how: 'comfort.how1', say: 'comfort.say1', not: 'comfort.not1' },
  { name: 'comfort.step2', how: 'comfort.how2', say: 'comfort.say2', not: 'comfort.not2' },
  { name: 'comfort.step3', how: 'comfort.how3', say: 'comfort.say3', not: 'comfort.not3' },
  { name: 'comfort.step4', how: 'comfort.how4', say: 'comfort.say4', not: 'comfort.not4' },
  { name: 'comfort.step5', how: 'comfort.how5', say: 'comfort.say5', not: 'comfort.not5' },
  { name: 'comfort.step6', how: 'comfort.how6', say: 'comfort.say6', not: 'comfort.not6' },
  { name: 'comfort.step7', how: 'comfort.how7', say: 'comfort.say7', not: 'comfort.not7' },
];

export const PHRASES: Phrase[] = [
  { key: 'comfort.ask1', move: 'ask', feelings: ['sad', 'afraid', 'angry', 'ashamed', 'lonely', 'overwhelmed', 'tired', 'hurt'] },
  { key: 'comfort.ask2', move: 'ask', feelings: ['angry', 'hurt', 'overwhelmed'] },
  { key: 'comfort.ask3', move: 'ask', feelings: ['afraid', 'overwhelmed', 'angry'] },
  { key: 'comfort.ask4', move: 'ask', feelings: ['afraid', 'overwhelmed'] },
  { key: 'comfort.ask5', move: 'ask', feelings: ['lonely', 'hurt', 'sad'] },
  { key: 'comfort.ask6', move: 'ask', feelings: ['hurt', 'angry', 'lonely'] },
  { key: 'comfort.ask7', move: 'ask', feelings: ['tired', 'overwhelmed', 'sad', 'ashamed'] },
  { key: 'comfort.ask8', move: 'ask', feelings: ['sad', 'lonely', 'tired'] },
  { key: 'comfort.affirm1', move: 'affirm', feelings: ['sad', 'afraid', 'angry', 'ashamed', 'lonely', 'overwhelmed', 'tired', 'hurt'] },
  { key: 'comfort.affirm2', move: 'affirm', feelings: ['angry'] },
  { key: 'comfort.affirm3', move: 'affirm', feelings: ['afraid'] },
  { key: 'comfort.affirm4', move: 'affirm', feelings: ['overwhelmed', 'tired'] },
  { key: 'comfort.affirm5', move: 'affirm', feelings: ['sad'] },
  { key: 'comfort.affirm6', move: 'affirm', feelings: ['ashamed'] },
  { key: 'comfort.affirm7', move: 'affirm', feelings: ['lonely'] },
  { key: 'comfort.affirm8', move: 'affirm', feelings: ['hurt'] },
  { key: 'comfort.affirm9', move: 'affirm', feelings: ['tired'] },
  { key: 'comfort.affirm10', move: 'affirm', feelings: ['ashamed', 'afraid', 'hurt'] },
  { key: 'comfort.near1', move: 'near', feelings: ['afraid', 'sad'] },
  { key: 'comfort.near2', move: 'near', feelings: ['overwhelmed', 'afraid', 'tired'] },
  { key: 'comfort.near3', move: 'near', feelings: ['ashamed'] },
  { key: 'comfort.near4', move: 'near', feelings: ['lonely'] },
  { key: 'comfort.near5', move: 'near', feelings: ['angry', 'hurt'] },
  { key: 'comfort.near6', move: 'near', feelings: ['tired', 'sad'] },
  { key: 'comfort.near7', move: 'near', feelings: ['sad', 'afraid', 'angry', 'ashamed', 'lonely', 'overwhelmed', 'tired', 'hurt'] },
  { key: 'comfort.last1', move: 'last', feelings: ['lonely', 'hurt'] },
  { key: 'comfort.last2', move: 'last', feelings: ['tired'] },
  { key: 'comfort.last3', move: 'last', feelings: ['overwhelmed', 'afraid'] },
  { key: 'comfort.last4', move: 'last', feelings: ['angry'] },
  { key: 'comfort.last5', move: 'last', feelings: ['ashamed', 'hurt'] },
  { key: 'comfort.last6', move: 'last', feelings: ['sad', 'lonely'] },
  { key: 'comfort.last7', move: 'last', feelings: ['hurt', 'lonely', 'sad'] },
];

/** Sentences for a feeling, by any word of it, or with these words in them; all where nothing is looked for. */
export function phrasesFor(wanted: string): Phrase[] {
  const word = wanted.trim().toLocaleLowerCase();
  if (word === '') return PHRASES;
  const felt = FEELINGS.filter((one) => ` ${t(feelingWords[one].words)}`.includes(` ${word}`));
  return PHRASES.filter(({ key, feelings }) => feelings.some((one) => felt.includes(one)) || t(key).toLocaleLowerCase().includes(word));
}
