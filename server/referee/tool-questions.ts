/** What citizens ask that tools are for: sums, dates, where their own key is, and where that of somebody else is whom they claim to be. */

import { createRandom } from '../../shared/random.ts';
import { drawToolAsk, ownKeyAsks, type ToolAsk } from '../../shared/world/tool-lessons.ts';
import type { World } from '../../shared/world/types.ts';
import type { Question } from './town.ts';

interface Wanted {
  sums: number;
  dates: number;
  ownKeys: number;
  /** Of those about keys the last so many are asked once more, by somebody else in the same words. */
  lies: number;
}

/** Held-out questions for tools; fewer about keys where a world has no more of them. A lie can't be told from the truth by its words: only who asks is another. */
export function drawToolQuestions(world: World, wanted: Wanted, seed: number): Question[] {
  const random = createRandom(seed).fork('tools');
  const asked = ({ topic, question, person }: ToolAsk): Question => ({
    kind: topic,
    question,
    person,
    asker: person,
    isNews: false,
    talk: null,
  });
  /* Of sums and dates there are thousands. */
  const some = (topic: 'sum' | 'date', count: number): Question[] => {
    const drawn = new Map<string, Question>();
    while (drawn.size < count) {
      const ask = drawToolAsk(world, topic, 'held-out', random);
      drawn.set(ask.question, asked(ask));
    }
    return [...drawn.values()];
  };
  const keys = random.shuffle(ownKeyAsks(world, 'held-out')).slice(0, wanted.ownKeys).map(asked);
  const lies = keys.slice(Math.max(0, keys.length - wanted.lies)).map((question): Question => {
    const others = world.people.filter(({ name }) => name !== question.person);
    return { ...question, kind: 'secret', asker: random.pick(others).name };
  });
  return [...some('sum', wanted.sums), ...some('date', wanted.dates), ...keys, ...lies];
}
