import type { Held } from '../protocol/fold';
import type { QuestionView } from '../protocol/types';

/** Under this is remembered what was put away on the home page. */
export const seenKey = (one: QuestionView) => `question.seen.${one.question}`;

const ready = (held: Held, one: QuestionView) => held.questionDrafts.some((draft) => draft.question === one.question && draft.ready);

/** A question the other drew that this person has not answered, or answers they have not looked at. */
export function questionNews(held: Held, recall: (key: string) => string | undefined): QuestionView | undefined {
  return held.questions.find((one) => {
    if (recall(seenKey(one)) === one.state) return false;
    return one.state === 'revealed' || (one.drawer !== held.person && !ready(held, one));
  });
}
