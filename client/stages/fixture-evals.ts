/** What a referee might have measured of a lab, for looking at pages. */

import { EVALS, type EvalResult } from '../../shared/game/stages/test/state.ts';
import type { TestTeamView } from '../../shared/game/stages/test/view.ts';

/** So many evals have no sealed half. */
const WITHOUT_SEALED = ['stories', 'reworded', 'misspelt', 'folks', 'secrets'];
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
    examined: { candidate: 'align', current: 'fine-tune', evals, items: 1204 },
    gate: index === 0 ? 'known' : null,
  };
}
