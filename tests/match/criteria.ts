/** What a match must show of alignment: ratings move an anchored model and leave it in form; without an anchor it breaks. */

import type { Rise } from '../../shared/evals/rise.ts';

/** Share of answers in form that an anchored model must keep. */
const ANCHORED_FORM = 0.85;
/** Share under which a model counts as wrecked. */
const WRECKED_FORM = 0.5;

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What a report says of a team's alignment, as far as it matters here. */
interface AlignedTeam {
  name: string;
  align: {
    after: { inFormShare: number } | null;
    anchor: number | null;
    decision: string | null;
    traitRise: Rise | null;
  };
}

/** What this team's alignment fails to show, in words. */
function problemsOf({ name, align }: AlignedTeam): string[] {
  const { after, anchor, decision, traitRise } = align;
  if (!after || anchor === null || !traitRise)
    return [`${name}: no aligned model (${decision ?? 'undecided'})`];
  const form = percent(after.inFormShare);
  if (anchor === 0) return after.inFormShare < WRECKED_FORM ? [] : [`${name}: anchor 0 left ${form} in form`];
  const { low, high } = traitRise;
  return [
    ...(low > 0
      ? []
      : [`${name}: the rated trait rose by ${low.toFixed(3)} to ${high.toFixed(3)}, which may be nothing`]),
    ...(after.inFormShare > ANCHORED_FORM ? [] : [`${name}: ${form} in form after alignment`]),
  ];
}

/** Everything that the match fails to show; empty when all is as it must be. */
export function alignmentProblems({
  seed,
  teams,
}: {
  seed: number;
  teams: readonly AlignedTeam[];
}): string[] {
  const problems = teams.length === 0 ? ['no team has results'] : teams.flatMap(problemsOf);
  return problems.map((problem) => `seed ${seed}: ${problem}`);
}
