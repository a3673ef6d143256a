import type { Key } from '../words/words.svelte';

/** Feelings to choose from; own words may say more. */
export const FEELINGS: Key[] = [
  'need.feel.sad',
  'need.feel.alone',
  'need.feel.hurt',
  'need.feel.angry',
  'need.feel.tense',
  'need.feel.tired',
  'need.feel.overwhelmed',
  'need.feel.ashamed',
  'need.feel.envious',
  'need.feel.unsure',
  'need.feel.empty',
  'need.feel.disappointed',
  'need.feel.restless',
  'need.feel.afraid',
];

/** Where this is chosen, a quiet way to help stands beside it. */
export const FEAR: Key = 'need.feel.afraid';

/** A list of our own. Nobody's needs fit it whole: own words always do. */
export const NEEDS: { group: Key; needs: Key[] }[] = [
  {
    group: 'need.group.body',
    needs: [
      'need.of.body.rest',
      'need.of.body.sleep',
      'need.of.body.food',
      'need.of.body.movement',
      'need.of.body.touch',
      'need.of.body.quiet',
    ],
  },
  {
    group: 'need.group.safe',
    needs: [
      'need.of.safe.safety',
      'need.of.safe.calm',
      'need.of.safe.order',
      'need.of.safe.knowing',
      'need.of.safe.trust',
      'need.of.safe.honesty',
    ],
  },
  {
    group: 'need.group.near',
    needs: [
      'need.of.near.closeness',
      'need.of.near.tenderness',
      'need.of.near.belonging',
      'need.of.near.company',
      'need.of.near.loved',
      'need.of.near.time',
    ],
  },
  {
    group: 'need.group.heard',
    needs: [
      'need.of.heard.listened',
      'need.of.heard.understood',
      'need.of.heard.serious',
      'need.of.heard.respect',
      'need.of.heard.fairness',
      'need.of.heard.seen',
    ],
  },
  {
    group: 'need.group.held',
    needs: [
      'need.of.held.help',
      'need.of.held.comfort',
      'need.of.held.courage',
      'need.of.held.care',
      'need.of.held.sharing',
      'need.of.held.patience',
    ],
  },
  {
    group: 'need.group.free',
    needs: [
      'need.of.free.alone',
      'need.of.free.say',
      'need.of.free.room',
      'need.of.free.choice',
      'need.of.free.privacy',
      'need.of.free.myself',
    ],
  },
  {
    group: 'need.group.joy',
    needs: [
      'need.of.joy.play',
      'need.of.joy.laughter',
      'need.of.joy.beauty',
      'need.of.joy.purpose',
      'need.of.joy.growth',
      'need.of.joy.hope',
      'need.of.joy.making',
    ],
  },
];
