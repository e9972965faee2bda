/** Two models behind one product: the small copy answers first, and what it is not sure of goes to the lab's own model. */

import { SURE_ALONE, type PupilAnswer, type ServedModel } from '../../shared/serving/models.ts';
import type { OpenedRequest } from '../../shared/game/stages/deploy/state.ts';
import { workOf } from '../../shared/game/stages/deploy/two-models.ts';
import { itemAt } from './item-at.ts';
import type { Question } from './town.ts';

type Ask = (questions: readonly Question[]) => Promise<OpenedRequest[]>;

/** What the small copy said; null where it was never asked, since the filter refused. */
function saidBy(request: OpenedRequest, isTaken: boolean): PupilAnswer | null {
  const { written, sure, draft, use } = request;
  if (sure === null) return null;
  return {
    promptTokens: workOf(request).own.promptTokens,
    /* With what it wrote before it looked something up, and calls that were thrown away. */
    written: [...(draft?.written ?? []), ...(use?.thrown.flat() ?? []), ...written],
    sure,
    isTaken,
  };
}

/** Has each question answered by the model that is to answer it. */
export async function askModels(
  model: ServedModel,
  { own, pupil }: { own: Ask; pupil: Ask },
  questions: readonly Question[],
): Promise<OpenedRequest[]> {
  if (model === 'own') return own(questions);
  const first = await pupil(questions);
  const places = [...first.keys()];
  const passedOn =
    model === 'pupil' ? [] : places.filter((place) => (itemAt(first, place).sure ?? 1) < SURE_ALONE);
  const again = passedOn.length > 0 ? await own(passedOn.map((place) => itemAt(questions, place))) : [];
  return first.map((request, place) => {
    const turn = passedOn.indexOf(place);
    const said = saidBy(request, turn < 0);
    return { ...(turn < 0 ? request : itemAt(again, turn)), ...(said && { pupil: said }) };
  });
}
