/** The drawing board: parameters against tokens on a balance. */

import { t } from '../../i18n/t.ts';
import { formatQuantity, formatSeconds } from '../../i18n/quantity.ts';
import { tokensForPlan } from '../../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../../shared/game/training/model.ts';
import { parameterSpec } from '../../../shared/lm/spec.ts';
import { bestSpeed, scaleDraft, sizeOptions, vocabSizeOf } from './options.ts';
import type { Picture } from '../picture.ts';

export interface ScaleState {
  /** Both null on the projector: no lab's plan is everybody's. */
  parameters: number | null;
  tokens: number | null;
  budgetFlops: number;
  /** Bounds of the choice, for the tilt of the balance. */
  minParameters: number;
  maxParameters: number;
  /** Predicted time on the team's devices; null while unknown. */
  predictedSeconds: number | null;
}

export const scalePicture: Picture<ScaleState> = {
  of: (match, { team, playerId }) => {
    const plan = team.own?.plans.scale ?? scaleDraft.value;
    const vocabSize = vocabSizeOf(team, plan);
    const budgetFlops = match.budgetFlops ?? 1e12;
    const members = match.players.filter((player) => player.teamId === team.id);
    const options = sizeOptions(vocabSize, plan, budgetFlops, bestSpeed(members));
    const isOwn = playerId !== null;
    return {
      parameters: isOwn ? parameterSpec(modelConfig(plan, vocabSize)).parameterCount : null,
      tokens: isOwn ? tokensForPlan(plan, vocabSize, budgetFlops) : null,
      budgetFlops,
      minParameters: options[0].parameters,
      maxParameters: options[options.length - 1].parameters,
      predictedSeconds: (isOwn && options.find((option) => option.size === plan.size)?.seconds) || null,
    };
  },
  describe: ({ parameters, tokens, predictedSeconds }) =>
    t('scene.scale.twin', {
      parameters: formatQuantity(parameters ?? NaN),
      tokens: formatQuantity(tokens ?? NaN),
      time: predictedSeconds === null ? '' : t('scene.scale.time', { time: formatSeconds(predictedSeconds) }),
    }),
  scene: () => import('./scene.ts'),
};
