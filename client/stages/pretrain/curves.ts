/** The curves of the pretraining chart, from what the referee and the devices measured. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';
import type { DataPlan } from '../../../shared/game/stages/data/plan.ts';
import type { CurvePoint, Prepared } from '../../../shared/game/match.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import type { ChartLine } from '../../ui/Chart.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { heldOutPoints, newestBits, startOf, startBits } from '../curves.ts';

/** Mean bytes that one token of the team's mixture stands for; null until the market and the data are known. */
export function bytesPerToken(
  prepared: Prepared | null,
  market: MarketReply | null,
  plan: DataPlan | null,
): number | null {
  if (!prepared || !market || !plan) return null;
  let bytes = 0;
  let tokens = 0;
  for (const { kind, drawnTokens } of prepared.datasets) {
    const dataset = market.datasets.find((offer) => offer.kind === kind);
    const whole = dataset?.tokens[String(plan.vocabSize)];
    if (!dataset || !whole) return null;
    bytes += (drawnTokens * dataset.bytes) / whole;
    tokens += drawnTokens;
  }
  return tokens > 0 ? bytes / tokens : null;
}

/** Training loss in bits per byte, estimated with the mixture's mean bytes per token. */
export function trainPoints(
  curve: readonly CurvePoint[],
  bytesEach: number | null,
): { x: number; y: number }[] {
  if (bytesEach === null) return [];
  return curve.flatMap(({ tokens, trainLoss }) =>
    trainLoss === null || tokens <= 0 ? [] : [{ x: tokens, y: trainLoss / Math.LN2 / bytesEach }],
  );
}

/** All lines of a team's chart: the other labs thin, training thin, held-out thick and last, so that it lies on top. */
export function chartLines(
  team: TeamView,
  teams: readonly TeamView[],
  bytesEach: number | null,
): ChartLine[] {
  const start = startOf(teams.map((other) => other.runs.pretrain?.curve ?? []));
  const others = teams
    .filter((other) => other.id !== team.id && other.runs.pretrain)
    .map((other) => ({
      id: other.id,
      label: other.name,
      points: heldOutPoints(other.runs.pretrain?.curve ?? [], start),
      color: hueOf(other.look),
      shape: shapeOf(other.look),
      labelColor: 'var(--muted)',
      weight: 1.1,
    }));
  const curve = team.runs.pretrain?.curve ?? [];
  return [
    ...others,
    {
      id: 'train',
      label: t('pretrain.train'),
      points: trainPoints(curve, bytesEach),
      color: 'var(--teal)',
      labelColor: 'var(--muted)',
      weight: 1,
      dashed: true,
    },
    {
      id: 'held-out',
      label: t('pretrain.heldOut'),
      points: heldOutPoints(curve, start),
      color: 'var(--ink)',
      weight: 3,
    },
  ];
}

/** The chart in words. */
export function chartTwin(team: TeamView, teams: readonly TeamView[], prepared: Prepared | null): string {
  const now = newestBits(team.runs.pretrain);
  if (now === null) return t('pretrain.twinNothing');
  const others = teams
    .filter((other) => other.id !== team.id)
    .map((other) => ({ team: other.name, bits: newestBits(other.runs.pretrain) }))
    .flatMap(({ team, bits }) =>
      bits === null ? [] : [t('pretrain.twinOther', { team, guess: guessWords(bits) })],
    );
  return t('pretrain.twin', {
    now: guessWords(now),
    tokens: formatQuantity(team.runs.pretrain?.tokensUsed ?? 0),
    start: prepared ? guessWords(startBits(prepared)) : '?',
    trigram: prepared ? guessWords(prepared.trigramBitsPerByte) : '?',
    others: others.join(' '),
  });
}

/** Frames to show of a filmstrip: the first, the last, and those that lie evenly between. */
export function pickFrames<T>(frames: readonly T[], most: number): T[] {
  if (frames.length <= most) return [...frames];
  return Array.from({ length: most }, (_, i) => frames[Math.round((i * (frames.length - 1)) / (most - 1))]);
}
