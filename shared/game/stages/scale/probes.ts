/** Probe runs of the scale stage: small real trainings by a player's device, measured by the referee, free of charge. */

import { flopsPerToken } from '../../../lm/flops.ts';
import { powerLawPoints, type PowerLawPoint } from '../../../evals/power-law.ts';
import { lookUp } from '../../look-up.ts';
import { findPlayer, findTeam } from '../../members.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { checkScalePlan } from './plan.ts';
import { modelConfig } from '../../training/model.ts';
import { PROBE_SHARES, type Probe, type ProbePlan, type ProbeStatus } from './state.ts';

/** Probes of one team at most, lost ones not counted: enough for a curve, and the referee's time is everybody's. */
export const MAX_PROBES = 8;
/** Lost ones are remembered too, but only so many may be asked for in all. */
const MAX_ASKED = 24;
/** A device has so long from the moment its probe is laid out; the greatest lasts seconds at the pace of its benchmark. */
const PATIENCE_MS = 45_000;

const isOpen = ({ status }: Probe): boolean => status !== 'measured' && status !== 'lost';

/** A player asks for a probe on the own device. */
export function askProbe(match: Match, playerId: string, id: string, plan: ProbePlan): Result<void> {
  const found = findPlayer(match, playerId);
  if (!found.ok) return found;
  if (match.stage !== 'scale') return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const player = found.value;
  const home = findTeam(match, player.teamId);
  if (!home.ok) return home;
  const team = home.value;
  const { plan: data } = team.now.data;
  const allowed = checkScalePlan(plan);
  if (!allowed.ok) return allowed;
  if (!PROBE_SHARES.includes(plan.share)) return fail('scale/unknown_size');
  if (!data || !team.now.data.text || match.budgetFlops === null) return fail('scale/text_not_ready');
  if (!player.device || player.device.tokensPerSecond <= 0) return fail('scale/device_cannot_train');
  if (team.now.scale.probes.some((probe) => probe.playerId === playerId && isOpen(probe)))
    return fail('scale/probe_running');
  const counted = team.now.scale.probes.filter(({ status }) => status !== 'lost').length;
  if (counted >= MAX_PROBES || team.now.scale.probes.length >= MAX_ASKED)
    return fail('scale/too_many_probes', { most: MAX_PROBES });
  const { size, contextLength, architecture, share } = plan;
  const flops = match.budgetFlops * share;
  team.now.scale.probes.push({
    id,
    playerId,
    size,
    contextLength,
    ...(architecture && { architecture }),
    share,
    status: 'asked',
    deadlineMs: null,
    tokens: Math.floor(flops / flopsPerToken(modelConfig(plan, data.vocabSize))),
    flops,
    bitsPerByte: null,
  });
  return ok(undefined);
}

function probeIn(team: Team, id: string, status: ProbeStatus): Result<Probe> {
  const probe = team.now.scale.probes.find((candidate) => candidate.id === id);
  if (!probe) return fail('scale/no_such_probe');
  return probe.status === status ? ok(probe) : fail('train/stale_round');
}

/** Its rows are cut, and its device may begin. `tokens` are the targets in them. */
export function layProbe(
  { stage }: Match,
  team: Team,
  { probeId, tokens }: { probeId: string; tokens: number },
  nowMs: number,
): Result<void> {
  const found = probeIn(team, probeId, 'asked');
  if (!found.ok) return found;
  if (stage !== 'scale' || !team.now.data.plan) return fail('match/wrong_stage', { stage });
  const probe = found.value;
  probe.tokens = tokens;
  probe.flops = tokens * flopsPerToken(modelConfig(probe, team.now.data.plan.vocabSize));
  probe.status = 'training';
  probe.deadlineMs = nowMs + PATIENCE_MS;
  return ok(undefined);
}

/** The probe that this player may bring weights for. */
export function checkProbe(team: Team, playerId: string, id: string): Result<Probe> {
  const mine = team.now.scale.probes.find((probe) => probe.id === id && probe.playerId === playerId);
  if (!mine) return fail('scale/no_such_probe');
  if (mine.status === 'trained' || mine.status === 'measured') return fail('train/repeat');
  return mine.status === 'training' ? ok(mine) : fail('train/stale_round');
}

export function takeProbe(team: Team, playerId: string, id: string): Result<void> {
  const found = checkProbe(team, playerId, id);
  if (!found.ok) return found;
  found.value.status = 'trained';
  found.value.deadlineMs = null;
  return ok(undefined);
}

export function measureProbe(team: Team, id: string, bitsPerByte: number): Result<void> {
  const found = probeIn(team, id, 'trained');
  if (!found.ok) return found;
  if (!Number.isFinite(bitsPerByte)) return loseProbe(team, id);
  found.value.status = 'measured';
  found.value.bitsPerByte = bitsPerByte;
  return ok(undefined);
}

/** Gives a probe up; the player may ask for another. */
export function loseProbe(team: Team, id: string): Result<void> {
  const probe = team.now.scale.probes.find((candidate) => candidate.id === id);
  if (!probe) return fail('scale/no_such_probe');
  if (!isOpen(probe)) return fail('train/stale_round');
  probe.status = 'lost';
  probe.deadlineMs = null;
  return ok(undefined);
}

/** The stage is over: what is under way is given up. */
export function loseOpenProbes(team: Team): void {
  for (const probe of team.now.scale.probes.filter(isOpen)) loseProbe(team, probe.id);
}

/** A player has left the team: nobody brings what was asked for any more. Weights that are here are still measured. */
export function loseProbesOf(team: Team, playerId: string): void {
  for (const probe of team.now.scale.probes)
    if (probe.playerId === playerId && probe.status !== 'trained' && isOpen(probe)) loseProbe(team, probe.id);
}

/** Whether nobody waits for this probe any longer: its time is up, or its player has left the match. */
export function isProbeOverdue(match: Match, probe: Probe, nowMs: number): boolean {
  const isGone = !lookUp(match.players, probe.playerId);
  if (probe.status === 'asked') return isGone;
  if (probe.status !== 'training' || match.pausedAtMs !== null) return false;
  return isGone || nowMs > (probe.deadlineMs ?? Infinity);
}

/** What was measured, as loss against compute. */
export function measuredPoints(probes: readonly Pick<Probe, 'flops' | 'bitsPerByte'>[]): PowerLawPoint[] {
  return probes.flatMap(({ flops, bitsPerByte }) =>
    bitsPerByte === null ? [] : [{ compute: flops, loss: bitsPerByte }],
  );
}

/** The best probe at each compute: the bend of the best sizes, which a well-chosen big run continues. */
export function bestPoints(probes: readonly Pick<Probe, 'flops' | 'bitsPerByte'>[]): PowerLawPoint[] {
  return powerLawPoints(measuredPoints(probes));
}
