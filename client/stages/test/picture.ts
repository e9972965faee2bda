/** A gate with a lamp for each test, and the model that stands before it. */

import { directionOf, type GateDecision } from '../../../shared/game/stages/test/state.ts';
import { NOTHING, testOf } from '../../../shared/game/stages/test/shown.ts';
import { t } from '../../i18n/t.ts';
import type { TeamShapeName } from '../../ui/tokens.ts';
import { shapeOf } from '../../ui/team.ts';
import type { Picture } from '../picture.ts';
import { shippedModel } from './found.ts';

export interface TestState {
  /** The lab's sign. */
  shape: TeamShapeName;
  /** What became of each test since the model before; empty until measured. */
  lamps: ('better' | 'worse' | 'even')[];
  gate: GateDecision | null;
  /** The model that went out, in words. */
  model: string;
}

const countOf = (lamps: TestState['lamps'], kind: TestState['lamps'][number]): number =>
  lamps.filter((lamp) => lamp === kind).length;

export const testPicture: Picture<TestState> = {
  of: (_match, { team, playerId }) => {
    /* The projector has the boards of all labs instead. */
    const test = playerId === null ? NOTHING : testOf(team);
    const model = shippedModel(test);
    return {
      shape: shapeOf(team.look),
      lamps: (test.examined?.evals ?? []).map(directionOf),
      gate: test.gate,
      model: model ? t(`test.model.${model}`) : '',
    };
  },
  describe: ({ lamps, gate, model }) =>
    lamps.length === 0
      ? t('scene.test.waiting')
      : t('scene.test.twin', {
          count: lamps.length,
          gains: countOf(lamps, 'better'),
          losses: countOf(lamps, 'worse'),
          decision: gate ? t(`scene.test.${gate}`, { model }) : t('scene.test.shut'),
        }),
  scene: () => import('./scene.ts'),
};
