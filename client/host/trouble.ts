/** Who in a lab is idle, asleep or stuck, and why: what the host can walk over and mend. */

import { t } from '../i18n/t.ts';
import { formatSeconds } from '../i18n/quantity.ts';
import { TRAINING_STAGES, type TrainingStage } from '../../shared/game/match.ts';
import { IDLE_SECONDS } from '../session/sign.ts';
import { hasDecided } from '../stages/decision-words.ts';
import type { MatchView, PlayerView, RunView, TeamView } from '../../shared/game/sync/view.ts';

export interface Trouble {
  kind: 'gone' | 'hidden' | 'idle' | 'late' | 'missed';
  name: string;
  /** How long, in seconds; of `missed` how many rounds in a row. */
  count: number;
}

/** A line that is back so soon was never missed. */
const LEAST_SECONDS = 5;
/** A round may take so many times what was planned, and so many seconds more for transfers, before anybody is called late. */
const PATIENCE = 2;
const SLACK_SECONDS = 8;
/** One missed round is what a look at another page costs. */
const LEAST_MISSED = 2;

/** The run of the present stage, where it trains. */
export function runNow({ stage }: MatchView, team: TeamView): RunView | null {
  return TRAINING_STAGES.some((training) => training === stage) ? team.runs[stage as TrainingStage] : null;
}

/** Whether the lab has something to decide, or this player something to vote on. */
function isAwaited(match: MatchView, hasDecision: boolean, team: TeamView, playerId: string): boolean {
  if (hasDecision) return !hasDecided(match, team);
  return team.own?.cast?.leftIds.includes(playerId) ?? false;
}

function inTraining(run: RunView | null, { id, name }: PlayerView, nowMs: number): Trouble | null {
  if (run?.status !== 'running') return null;
  const { round, workers } = run;
  const lateSeconds = round ? (nowMs - round.openedAtMs) / 1000 : 0;
  const isMissing = round?.shards.some(({ playerId, isDone }) => playerId === id && !isDone) ?? false;
  if (round && isMissing && lateSeconds > PATIENCE * round.plannedSeconds + SLACK_SECONDS)
    return { kind: 'late', name, count: lateSeconds };
  const strikes = workers.find(({ playerId }) => playerId === id)?.strikes ?? 0;
  return strikes >= LEAST_MISSED ? { kind: 'missed', name, count: strikes } : null;
}

/** `nowMs` is the server's clock, which stands in a pause. `hasDecision` says whether each lab decides on something in the stage. */
export function troublesOf(
  match: MatchView,
  team: TeamView,
  { nowMs, hasDecision }: { nowMs: number; hasDecision: boolean },
): Trouble[] {
  const run = runNow(match, team);
  const members = match.players.filter(({ teamId }) => teamId === team.id);
  return members.flatMap((player): Trouble[] => {
    const { name, connected, sign, sinceMs } = player;
    const count = (nowMs - sinceMs) / 1000;
    if (!connected) return count < LEAST_SECONDS ? [] : [{ kind: 'gone', name, count }];
    if (sign === 'hidden' && count >= LEAST_SECONDS) return [{ kind: 'hidden', name, count }];
    const training = inTraining(run, player, nowMs);
    if (training) return [training];
    /* Who had nothing to do before the stage was not idle then. */
    const idleSeconds = Math.min(count + IDLE_SECONDS, (nowMs - match.workSinceMs) / 1000);
    const isIdle =
      sign === 'idle' && idleSeconds >= IDLE_SECONDS && isAwaited(match, hasDecision, team, player.id);
    return isIdle ? [{ kind: 'idle', name, count: idleSeconds }] : [];
  });
}

/** The same in words, with what helps. */
export function troubleWords({ kind, name, count }: Trouble): string {
  return t(`trouble.${kind}`, { name, count, time: formatSeconds(count) });
}
