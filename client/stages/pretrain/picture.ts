/** The machine hall: devices at work, and the fog that lifts. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { SERVER_WORKER } from '../../../shared/game/match.ts';
import { trainer } from '../../lab/trainer.ts';
import { newestBits } from '../curves.ts';
import type { SceneDevice } from '../devices.ts';
import { devicesOf } from '../devices.ts';
import type { RunView } from '../../../shared/game/sync/view.ts';
import type { Picture } from '../picture.ts';

export interface PretrainState {
  /**
   * `load` is the share of the device's time spent in training steps, 0 to 1; `updates` counts what it has brought to the
   * run so far: a dart flies from it when that grows. The server is among them when it lends a hand.
   */
  devices: (SceneDevice & { load: number; updates: number })[];
  heldOutBitsPerByte: number | null;
  /** Held-out loss of the untrained model: the fog is thickest there. */
  startBitsPerByte: number | null;
  sample: string;
  tokensUsed: number;
  tokensTotal: number;
  training: boolean;
}

/** Whether this worker has a part of the open round still to bring. */
function isTraining(run: RunView | null, id: string): boolean {
  return run?.round?.shards.some(({ playerId, isDone }) => playerId === id && !isDone) ?? false;
}

export const pretrainPicture: Picture<PretrainState> = {
  of: (match, { team, playerId }) => {
    const run = team.runs.pretrain;
    const frames = run?.filmstrip ?? [];
    const workers = run?.workers ?? [];
    const devices = devicesOf(match, team.id, playerId).map(({ id, name, tokensPerSecond, you }) => {
      const trains = isTraining(run, id);
      const updates = workers.find((worker) => worker.playerId === id)?.updates ?? 0;
      return { id, name, tokensPerSecond, you, updates, load: !trains ? 0 : you ? trainer.value.load : 1 };
    });
    const lent = workers.find((worker) => worker.playerId === SERVER_WORKER);
    if (lent || isTraining(run, SERVER_WORKER)) {
      devices.push({
        id: SERVER_WORKER,
        name: t('engine.server'),
        tokensPerSecond: null,
        you: false,
        updates: lent?.updates ?? 0,
        load: isTraining(run, SERVER_WORKER) ? 1 : 0,
      });
    }
    return {
      devices,
      heldOutBitsPerByte: newestBits(run),
      startBitsPerByte: run?.curve[0]?.bitsPerByte ?? null,
      sample: frames[frames.length - 1]?.samples[0]?.text ?? '',
      tokensUsed: run?.tokensUsed ?? 0,
      tokensTotal: run?.tokensTotal ?? 0,
      training: run?.status === 'running' && run.round !== null,
    };
  },
  describe: ({ devices, heldOutBitsPerByte, sample, tokensUsed, tokensTotal, training }) =>
    t(training ? 'scene.pretrain.training' : 'scene.pretrain.resting', {
      devices: devices.length,
      used: formatQuantity(tokensUsed),
      total: formatQuantity(tokensTotal),
      loss:
        heldOutBitsPerByte === null
          ? t('scene.pretrain.unmeasured')
          : t('scene.pretrain.loss', { guess: guessWords(heldOutBitsPerByte) }),
      said: sample === '' ? t('scene.pretrain.silent') : t('scene.pretrain.said', { sample: sample.trim() }),
    }),
  scene: () => import('./scene.ts'),
};
