import type { Held } from './fold';
import type { Asks, Depth, HavenEvent, OwnQuestionView, QuestionDraftView, QuestionTurn, QuestionView, Snapshot } from './types';

type Told = Extract<HavenEvent, { kind: `question.${string}` }>;

/** So long a turn is one person's; then it is free for both. */
const TURN = 24 * 3_600_000;
const SHOWN = 7 * 24 * 3_600_000;

export interface Questions {
  /** The open one, and those that were answered in the last days. */
  questions: QuestionView[];
  questionTurn: QuestionTurn | null;
  /** What the two added to the deck. */
  ownQuestions: OwnQuestionView[];
  /** One's own answers that are not open yet. */
  questionDrafts: QuestionDraftView[];
}

export function noQuestions(): Questions {
  return { questions: [], questionTurn: null, ownQuestions: [], questionDrafts: [] };
}

export function questionsOf(snapshot: Snapshot): Questions {
  return {
    questions: snapshot.questions ?? [],
    questionTurn: snapshot.questionTurn ?? null,
    ownQuestions: snapshot.ownQuestions ?? [],
    questionDrafts: snapshot.questionDrafts ?? [],
  };
}

export function foldQuestion(held: Held, event: Told): Partial<Questions> {
  const { at, by } = event;
  switch (event.kind) {
    case 'question.drawn': {
      const { data } = event;
      return { questions: [opened(data.question, data.depth, data, by ?? '', at), ...recent(held.questions, at)] };
    }
    case 'question.skipped': {
      const { question, next, depth, turn } = event.data;
      const gone = held.questions.find((one) => one.question === question);
      const others = held.questions.filter((one) => one.question !== question);
      const questions = next && depth ? [opened(next, depth, event.data, gone?.drawer ?? '', at), ...others] : others;
      return { questions, ...(turn && { questionTurn: turnOf(turn, at) }) };
    }
    case 'question.passed':
      return { questionTurn: turnOf(event.data.to, at) };
    case 'question.kept':
      return { questionDrafts: [{ ...event.data, ready: false, keptAt: at }, ...without(held, event.data.question)] };
    case 'question.readyChanged': {
      const { question, ready } = event.data;
      return { questionDrafts: held.questionDrafts.map((one) => (one.question === question ? { ...one, ready } : one)) };
    }
    case 'question.discarded':
    case 'question.cleared':
      return { questionDrafts: without(held, event.data.question) };
    case 'question.revealed': {
      const { question, answers, turn } = event.data;
      const open: Partial<QuestionView> = { state: 'revealed', revealedAt: at, answers, thanked: [] };
      return { questions: change(held, question, (one) => ({ ...one, ...open })), questionTurn: turnOf(turn, at) };
    }
    case 'question.thanked': {
      const { question, words } = event.data;
      const said = { by: by ?? '', at, ...(words !== undefined && { words }) };
      return { questions: change(held, question, (one) => ({ ...one, thanked: [...(one.thanked ?? []), said] })) };
    }
    case 'question.added': {
      const { own, depth, words } = event.data;
      return { ownQuestions: [{ own, author: by ?? '', addedAt: at, depth, words }, ...held.ownQuestions] };
    }
  }
}

function opened(question: string, depth: Depth, { deck, own }: Asks, drawer: string, at: string): QuestionView {
  return { question, drawer, drawnAt: at, depth, ...(deck && { deck }), ...(own && { own }), state: 'open' };
}

function turnOf(whose: string, at: string): QuestionTurn {
  return { whose, free: new Date(Date.parse(at) + TURN).toISOString() };
}

function change(held: Held, question: string, to: (one: QuestionView) => QuestionView): QuestionView[] {
  return held.questions.map((one) => (one.question === question ? to(one) : one));
}

function without(held: Held, question: string): QuestionDraftView[] {
  return held.questionDrafts.filter((one) => one.question !== question);
}

function recent(questions: QuestionView[], now: string): QuestionView[] {
  return questions.filter((one) => !one.revealedAt || Date.parse(now) - Date.parse(one.revealedAt) < SHOWN);
}
