/** The plant: what goes through the pipes of a lab in the hour that was served last. */

import type { LabHour } from '../../../shared/game/stages/deploy/state.ts';
import type { DeployView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import type { Picture } from '../picture.ts';
import { dayOf } from '../../../shared/game/stages/deploy/shown.ts';

export interface DeployState {
  isOpen: boolean;
  /** Requests at the gate, refused there, answered by the cache, gone from the queue, and answered. */
  gate: number;
  refused: number;
  cached: number;
  lost: number;
  answered: number;
  machines: number;
  /** Share of the machines' time in which they worked, 0 to 1. */
  load: number;
}

const STILL: DeployState = {
  isOpen: false,
  gate: 0,
  refused: 0,
  cached: 0,
  lost: 0,
  answered: 0,
  machines: 1,
  load: 0,
};

/** The lab whose plant had most to do in the hour that was served last: the one that the projector shows. */
export function busiestLab(day: DeployView | null): LabHour | undefined {
  return (day?.hour?.labs ?? []).toSorted((a, b) => b.tokens - a.tokens)[0];
}

export const deployPicture: Picture<DeployState> = {
  of(match, { team, playerId }) {
    const day = dayOf(match);
    const labs = day?.hour?.labs ?? [];
    const lab = playerId === null ? busiestLab(day) : labs.find(({ teamId }) => teamId === team.id);
    if (!day || !lab) return { ...STILL, isOpen: day?.isOpen ?? false };
    const { outcomes, requests } = lab;
    return {
      isOpen: day.isOpen,
      gate: Object.values(requests).reduce((sum, count) => sum + count, 0),
      refused: lab.refused,
      cached: outcomes.cached,
      lost: outcomes['gave-up'] + outcomes['turned-away'],
      answered: outcomes.answered + outcomes.cached,
      machines: lab.mostReplicas,
      load: lab.load,
    };
  },
  describe: ({ isOpen, load, ...counts }) =>
    t('scene.deploy.twin', {
      gate: counts.gate,
      cached: counts.cached,
      lost: counts.lost,
      machines: counts.machines,
      refused: counts.refused,
      load: Math.round(100 * load),
      doors: t(isOpen ? 'scene.deploy.doorsOpen' : 'scene.deploy.doorsClosed'),
    }),
  scene: () => import('./scene.ts'),
};
