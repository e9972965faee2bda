/** The curves of the pretraining chart, from what the referee and the devices measured. */

import { t } from '../../i18n/t.ts';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';
import type { DataPlan } from '../../../shared/game/stages/data/plan.ts';
import type { CurvePoint, Prepared } from '../../../shared/game/match.ts';
import type { RunView, TeamView } from '../../../shared/game/sync/view.ts';
import type { ChartLine } from '../../ui/Chart.tsx';
import { hueOf } from '../../ui/team.ts';
import { formatQuantity } from '../../i18n/quantity.ts';

/** The untrained point has no place on a log axis; it stands at this share of the first measured one of all labs. */
const START_SHARE = 0.5;

/** Where the untrained models stand on the axis of a race: left of whoever was measured first. */
export function startOf(curves: readonly (readonly CurvePoint[])[]): number {
  const firsts = curves.flatMap((curve) => {
    const first = curve.find((point) => point.tokens > 0 && point.bitsPerByte !== null);
    return first ? [first.tokens] : [];
  });
  return START_SHARE * (firsts.length > 0 ? Math.min(...firsts) : 2);
}

/** Held-out points with x > 0, the untrained one moved to `start`. */
export function heldOutPoints(curve: readonly CurvePoint[], start: number): { x: number; y: number }[] {
  const scored = curve.flatMap(({ tokens, bitsPerByte }) =>
    bitsPerByte === null ? [] : [{ x: tokens, y: bitsPerByte }],
  );
  return scored.map((point) => (point.x > 0 ? point : { x: start, y: point.y }));
}

/** The newest held-out surprise, or null. */
export function newestBits(run: Pick<RunView, 'curve'> | null): number | null {
  const scored = (run?.curve ?? []).filter((point) => point.bitsPerByte !== null);
  return scored[scored.length - 1]?.bitsPerByte ?? null;
}

/** The referee's measure of the weights that a finished run ended with; null until it is there. */
export function finalBits({ curve, tokensUsed }: Pick<RunView, 'curve' | 'tokensUsed'>): number | null {
  const last = curve.findLast((point) => point.bitsPerByte !== null);
  return last && last.tokens >= tokensUsed ? last.bitsPerByte : null;
}

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
      bits === null ? [] : [t('pretrain.twinOther', { team, bits: bits.toFixed(2) })],
    );
  return t('pretrain.twin', {
    now: now.toFixed(2),
    tokens: formatQuantity(team.runs.pretrain?.tokensUsed ?? 0),
    start: prepared?.untrainedBitsPerByte.toFixed(2) ?? '?',
    trigram: prepared?.trigramBitsPerByte.toFixed(2) ?? '?',
    others: others.join(' '),
  });
}

/** Frames to show of a filmstrip: the first, the last, and those that lie evenly between. */
export function pickFrames<T>(frames: readonly T[], most: number): T[] {
  if (frames.length <= most) return [...frames];
  return Array.from({ length: most }, (_, i) => frames[Math.round((i * (frames.length - 1)) / (most - 1))]);
}
