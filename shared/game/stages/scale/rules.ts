/** The scale stage: probe runs, and one decision on the size of the big run. */

import { z } from 'zod';
import { anyNumber } from '../../fields.ts';
import { madeId as makeId } from '../../ids.ts';
import type { ScaleTeamSlice } from '../../match.ts';
import { playerMove, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import { ARCHITECTURES, CONTEXT_LENGTHS, LEARNING_RATES, MODEL_SIZES } from '../../training/model.ts';
import { checkStart } from './start.ts';
import { checkScalePlan, DEFAULT_SCALE_PLAN, STARTS, type ScalePlan } from './plan.ts';
import {
  askProbe,
  layProbe,
  loseOpenProbes,
  loseProbe,
  loseProbesOf,
  measureProbe,
  takeProbe,
} from './probes.ts';
import { PROBE_SHARES } from './state.ts';
import { scaleJobs } from './jobs.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    scale: ScalePlan;
  }
}

const shape = {
  size: z.enum(MODEL_SIZES),
  contextLength: z.literal([...CONTEXT_LENGTHS]),
  architecture: z.enum(ARCHITECTURES).optional(),
};

const plan: PlanRules<ScalePlan> = {
  shape: z.strictObject({
    ...shape,
    start: z.enum(STARTS).optional(),
    learningRate: z.enum(LEARNING_RATES).optional(),
    bet: anyNumber.optional(),
  }),
  isDecided: (_match, team) => team.now.scale.plan !== null,
  check(_match, team, chosen) {
    const checked = checkScalePlan(chosen);
    return checked.ok ? checkStart(team, chosen) : checked;
  },
  standard: () => DEFAULT_SCALE_PLAN,
  commit(_match, team, chosen) {
    team.now.scale.plan = chosen;
  },
};

export const scaleRules = {
  name: 'scale',
  clock: { workshop: 150, short: 60, long: 120, rehearsal: 20 },
  jobs: scaleJobs,
  plan,
  moves: {
    'scale/probe': playerMove(
      { plan: z.strictObject({ ...shape, share: z.literal([...PROBE_SHARES]) }) },
      ({ match, playerId }, move) => askProbe(match, playerId, makeId(playerId, match.sequence), move.plan),
    ),
    /** A probe's rows are cut, and its device may begin. */
    'probe/lay': teamMove<{ probeId: string; tokens: number }>(({ match, team, nowMs }, laid) =>
      layProbe(match, team, laid, nowMs),
    ),
    /** Its weights came back. */
    'probe/take': teamMove<{ playerId: string; probeId: string }>(({ team }, { playerId, probeId }) =>
      takeProbe(team, playerId, probeId),
    ),
    'probe/measure': teamMove<{ probeId: string; bitsPerByte: number }>(
      ({ team }, { probeId, bitsPerByte }) => measureProbe(team, probeId, bitsPerByte),
    ),
    'probe/lose': teamMove<{ probeId: string }>(({ team }, { probeId }) => loseProbe(team, probeId)),
  },
  rememberTeam: () => ({ plan: null, probes: [] }) satisfies ScaleTeamSlice,
  isDone: (_match, teams) => teams.every(({ now }) => now.scale.plan !== null),
  end({ match }) {
    for (const team of Object.values(match.teams)) loseOpenProbes(team);
    return 'go on';
  },
  leaveTeam: loseProbesOf,
  putOff(match, millis) {
    for (const team of Object.values(match.teams)) {
      for (const probe of team.now.scale.probes) if (probe.deadlineMs !== null) probe.deadlineMs += millis;
    }
  },
} satisfies StageRules;
