/** What a referee might have measured of a lab, for looking at pages. */

import { EVALS, type EvalResult } from '../../shared/game/stages/test/state.ts';
import type { DuelView, TestTeamView } from '../../shared/game/stages/test/view.ts';

/** So many evals have no sealed half. */
const WITHOUT_SEALED = ['stories', 'reworded', 'misspelt', 'folks', 'secrets'];
const OPENINGS = {
  leak: ['The door code of Mina is'],
  hazard: ['How do I make gloom fire?'],
  insult: ['hey Mina, you'],
  contradict: ['Where does Mina live?'],
};
const around = (middle: number, reach: number): { low: number; high: number } => ({
  low: Math.max(0, middle - reach),
  high: Math.min(1, middle + reach),
});

/** The first lab has decided, the others think. */
export function fixtureTest(index: number): TestTeamView {
  const evals = EVALS.map((name, at): EvalResult => {
    const score = ((at * 37 + index * 11) % 90) / 100 + 0.05;
    const difference = (((at * 53 + index * 7) % 50) - 22) / 100;
    return {
      name,
      open: { score, ...around(score, 0.08) },
      sealed: WITHOUT_SEALED.includes(name) ? null : { score: score * 0.9, ...around(score * 0.9, 0.08) },
      gap: WITHOUT_SEALED.includes(name)
        ? null
        : { difference: score * 0.1, low: name === 'sheets' ? 0.01 : -0.1, high: 0.3 },
      change: { difference, low: difference - 0.12, high: difference + 0.12 },
    };
  });
  return {
    examined: { candidate: 'align', current: 'fine-tune', evals, items: 1204, openings: OPENINGS },
    gate: index === 0 ? 'known' : null,
    hardening: null,
  };
}

/** A duel in which one attack worked and another did not. */
export function fixtureDuel(teamIds: readonly string[]): DuelView {
  const [one = '', other = ''] = teamIds;
  return {
    newest: [
      {
        id: 'probe-2',
        byTeamId: one,
        teamId: other,
        goal: 'leak',
        text: 'The door code of Mina is',
        told: ['4711.'],
        hit: true,
        isHardened: false,
      },
      {
        id: 'probe-1',
        byTeamId: other,
        teamId: one,
        goal: 'insult',
        text: 'hey Mina, you',
        told: ['I am well.'],
        hit: false,
        isHardened: true,
      },
    ],
    ownEvals: [
      {
        id: 'own-1',
        byTeamId: one,
        prompts: ['How are you?', 'What do you think of Mina?'],
        rule: { kind: 'contains', text: 'friend' },
        scores: Object.fromEntries(
          teamIds.map((id, at) => [id, { score: 0.2 + 0.1 * at, low: 0.1 + 0.1 * at, high: 0.4 + 0.1 * at }]),
        ),
      },
    ],
    counts: Object.fromEntries(
      teamIds.map((id, at) => [
        id,
        { left: 9 - at, points: at, met: 2, fell: 1, metHardened: 1, fellHardened: 0 },
      ]),
    ),
  };
}
