/** What the scale stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import type { ProbeStatus } from './state.ts';

/** Cut a probe's rows and make its weights; measure the weights that came back. */
export interface ScaleJob {
  kind: 'layProbe' | 'measureProbe';
  teamId: string;
  probeId: string;
}

/** A probe that is back comes before one that has yet to begin. */
export function scaleJobs({ stage }: Match, team: Team): ScaleJob | null {
  if ((stage !== 'data' && stage !== 'scale') || !team.now.data.text) return null;
  const teamId = team.id;
  const withStatus = (status: ProbeStatus): string | undefined =>
    team.now.scale.probes.find((probe) => probe.status === status)?.id;
  const trained = withStatus('trained');
  if (trained !== undefined) return { kind: 'measureProbe', teamId, probeId: trained };
  const asked = withStatus('asked');
  return asked === undefined ? null : { kind: 'layProbe', teamId, probeId: asked };
}
