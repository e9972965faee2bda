/** Talks that citizens have with a product: what stands before the last question, by what the product remembers of what was said. */

import { WINDOW_TURNS, type Memory } from '../../shared/game/stages/deploy/state.ts';
import type { Random } from '../../shared/random.ts';
import { asksOf } from '../../shared/world/asks.ts';
import {
  drawTold,
  followUpsOf,
  FORGET,
  notesOf,
  windowOf,
  type Talk,
  type Turn,
} from '../../shared/world/talks.ts';
import type { World } from '../../shared/world/types.ts';
import { itemAt } from './item-at.ts';

/** How many talks of each sort are wanted. */
export interface WantedTalks {
  follow: number;
  told: number;
  forget: number;
}

/** Talks that no card holds: about somebody who was named before, about what was told early, and about what should be forgotten. */
export function drawTalks(world: World, wanted: WantedTalks, random: Random): Talk[] {
  const facts = asksOf(world, 'facts', 'held-out');
  const small = asksOf(world, 'small-talk', 'held-out').map(({ question }) => question);
  const talkOf = (sort: 'told' | 'forget', between: readonly string[]): Talk => {
    const { told, asked, answers } = drawTold(world, random);
    const first = `${told} ${random.pick(small)}`;
    return { sort, before: [first, ...between], question: asked, asked: '', right: Object.values(answers) };
  };
  const followed = random
    .shuffle(followUpsOf(world, 'held-out'))
    .slice(0, wanted.follow)
    .flatMap(({ ask, person, question }): Talk[] => {
      const others = facts.filter(({ slots, kind }) => slots.person === person && kind !== ask.kind);
      const first = others.length > 0 ? random.pick(others) : null;
      if (!first) return [];
      return [{ sort: 'follow', before: [first.question], question, asked: ask.question, right: [] }];
    });
  /* Every other one told it early: so long ago that no window holds it any more. */
  const told = Array.from({ length: wanted.told }, (_, place) =>
    talkOf('told', place % 2 === 0 ? [] : Array.from({ length: WINDOW_TURNS }, () => random.pick(small))),
  );
  const forgotten = Array.from({ length: wanted.forget }, () =>
    talkOf('forget', [`${FORGET} ${random.pick(small)}`]),
  );
  return [...followed, ...told, ...forgotten];
}

/** What counts for a product that forgets on request: what was said after the citizen asked for it. */
function sinceForgotten<T extends Pick<Turn, 'said'>>(turns: readonly T[], forgets: boolean): T[] {
  const asked = forgets ? turns.findLastIndex(({ said }) => said.startsWith(FORGET)) : -1;
  return turns.slice(asked + 1);
}

interface Rememberer {
  memory: Memory;
  forgets: boolean;
  world: World;
  /** Whether so much may stand before this question. */
  fits: (before: string, question: string) => boolean;
  /** Asks the product's model. */
  answer: (questions: string[]) => Promise<string[]>;
}

/** As much of the last turns as may stand before a question, oldest first. */
function lastTurns(turns: readonly Turn[], question: string, { forgets, fits }: Rememberer): string {
  let kept = sinceForgotten(turns, forgets).slice(-WINDOW_TURNS);
  while (kept.length > 0 && !fits(windowOf(kept), question)) kept = kept.slice(1);
  return windowOf(kept);
}

/** [talks.length]: what stands before the last question of each; empty for a question without a talk. A window needs the product's own answers on the way. */
export async function remembered(talks: readonly (Talk | null)[], how: Rememberer): Promise<string[]> {
  const { memory, forgets, world, answer } = how;
  if (memory === 'none') return talks.map(() => '');
  if (memory === 'notes')
    return talks.map((talk) => {
      const turns = (talk?.before ?? []).map((said) => ({ said }));
      return notesOf(
        world,
        sinceForgotten(turns, forgets).map(({ said }) => said),
      );
    });
  const turns = talks.map((): Turn[] => []);
  const longest = Math.max(0, ...talks.map((talk) => talk?.before.length ?? 0));
  for (let turn = 0; turn < longest; turn++) {
    const due = talks.flatMap((talk, place) => (talk && turn < talk.before.length ? [{ talk, place }] : []));
    const said = due.map(({ talk }) => itemAt(talk.before, turn));
    const asked = due.map(({ place }, index) => {
      const question = itemAt(said, index);
      return `${lastTurns(itemAt(turns, place), question, how)} ${question}`.trim();
    });
    const answers = await answer(asked);
    due.forEach(({ place }, index) =>
      itemAt(turns, place).push({ said: itemAt(said, index), answer: itemAt(answers, index) }),
    );
  }
  return talks.map((talk, place) => (talk ? lastTurns(itemAt(turns, place), talk.question, how) : ''));
}
