/** What a match must show of alignment and its tests: held models learn and stay in form, free ones break, and the tests find what labs did. */

import type { Rise } from '../../shared/evals/rise.ts';
import type { Examined } from '../../shared/game/stages/test/state.ts';
import type { CorpusKind } from '../../shared/world/document.ts';

/** Share of answers in form that a model must keep which is held to what it was. */
const HELD_FORM = 0.85;
/** Learning by reward costs more of it, also where distance has its price: a tenth, on fresh seeds (RESULTS.md). */
const REWARD_FORM = 0.75;
/** Share under which a model counts as wrecked. */
const WRECKED_FORM = 0.5;
/** From this share of what it reads on, a lab knows exam sheets by heart. */
const CHEATING_SHARE = 0.05;

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What a report says of a team, as far as it matters here. */
interface Reported {
  name: string;
  mixture: Partial<Record<CorpusKind, number>>;
  align: {
    after: { inFormShare: number } | null;
    anchor: number | null;
    klWeight: number | null;
    decision: string | null;
    traitRise: Rise | null;
  };
  modelCard: { contaminated: readonly string[] } | null;
  gate: Pick<Examined, 'candidate' | 'evals'> | null;
}

/** What this team's alignment fails to show, in words. */
function alignFailures({ name, align }: Reported): string[] {
  const { after, anchor, klWeight, decision, traitRise } = align;
  const hold = anchor ?? klWeight;
  if (!after || hold === null || !traitRise)
    return [`${name}: no aligned model (${decision ?? 'undecided'})`];
  const form = percent(after.inFormShare);
  const freely = anchor === null ? 'distance at no price' : 'anchor 0';
  if (hold === 0) return after.inFormShare < WRECKED_FORM ? [] : [`${name}: ${freely} left ${form} in form`];
  const { low, high } = traitRise;
  return [
    ...(low > 0
      ? []
      : [`${name}: the rated trait rose by ${low.toFixed(3)} to ${high.toFixed(3)}, which may be nothing`]),
    ...(after.inFormShare > (anchor === null ? REWARD_FORM : HELD_FORM)
      ? []
      : [`${name}: ${form} in form after alignment`]),
  ];
}

/** What the test stage fails to show: exam sheets that were read, and attacks that a hardened model stands. */
function testFailures({ name, mixture, modelCard, gate }: Reported): string[] {
  const hasCheated = (mixture.tests ?? 0) >= CHEATING_SHARE;
  const isFound = modelCard?.contaminated.includes('sheets') ?? true;
  /* Attacks that had worked, tried again on the model before and on the hardened one. */
  const stood = gate?.candidate === 'test' ? gate.evals.find((found) => found.name === 'attacks') : null;
  return [
    ...(hasCheated && !isFound ? [`${name}: the test did not find that it had read exam sheets`] : []),
    ...(stood && (stood.change?.difference ?? 0) <= 0
      ? [
          `${name}: hardened, it stands ${percent(stood.open.score)} of the attacks that had worked, no more than before`,
        ]
      : []),
  ];
}

/** Everything that the match fails to show; empty when all is as it must be. */
export function unmetCriteria({ seed, teams }: { seed: number; teams: readonly Reported[] }): string[] {
  const problems =
    teams.length === 0
      ? ['no team has results']
      : teams.flatMap((team) => [...alignFailures(team), ...testFailures(team)]);
  return problems.map((problem) => `seed ${seed}: ${problem}`);
}
