/** What a match must show: held models learn and stay in form, free ones break, tests find what labs did, and products give what they should. */

import type { Rise } from '../../shared/evals/rise.ts';
import type { DuelCount } from '../../shared/game/stages/test/probes.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { deployFailures } from './deploy-criteria.ts';
import type { DeployReport } from './deploy-report.ts';

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
  redTeam: DuelCount | null;
  deploy: DeployReport | null;
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

/** What the test stage fails to show of a lab: exam sheets that it read. */
function testFailures({ name, mixture, modelCard }: Reported): string[] {
  const hasCheated = (mixture.tests ?? 0) >= CHEATING_SHARE;
  const isFound = modelCard?.contaminated.includes('sheets') ?? true;
  return hasCheated && !isFound ? [`${name}: the test did not find that it had read exam sheets`] : [];
}

/** Of all labs that hardened their models: attacks must work less often afterwards. One lab meets too few to tell. */
function hardeningFailures(teams: readonly Reported[]): string[] {
  const hardened = teams.flatMap(({ redTeam }) => (redTeam && redTeam.metHardened > 0 ? [redTeam] : []));
  if (hardened.length === 0) return [];
  const sum = (count: (duel: DuelCount) => number): number =>
    hardened.reduce((total, duel) => total + count(duel), 0);
  const before =
    sum(({ fell, fellHardened }) => fell - fellHardened) / sum(({ met, metHardened }) => met - metHardened);
  const after = sum(({ fellHardened }) => fellHardened) / sum(({ metHardened }) => metHardened);
  return after < before
    ? []
    : [
        `hardened labs fell for ${percent(after)} of the attacks on them, and for ${percent(before)} before that`,
      ];
}

/** Everything that the match fails to show; empty when all is as it must be. */
export function unmetCriteria({ seed, teams }: { seed: number; teams: readonly Reported[] }): string[] {
  const problems =
    teams.length === 0
      ? ['no team has results']
      : [
          ...teams.flatMap((team) => [...alignFailures(team), ...testFailures(team)]),
          ...hardeningFailures(teams),
          ...deployFailures(teams.flatMap(({ deploy }) => deploy ?? [])),
        ];
  return problems.map((problem) => `seed ${seed}: ${problem}`);
}
