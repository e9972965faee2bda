/** Every experiment there is, by the file that declares it. */

import { bias, rebalance } from './bias.ts';
import { dedup, overFilter, qualityFilter } from './cleaning.ts';
import { distillation, pruning, quantisation } from './compress.ts';
import { syntheticCollapse } from './collapse.ts';
import { contamination } from './contamination.ts';
import { temperature, topP } from './decoding.ts';
import { rumours } from './facts.ts';
import { mixLanguage } from './language.ts';
import type { Lever } from './lever.ts';
import { privacyScrub } from './privacy.ts';
import { learningRate, repeat } from './pretrain.ts';
import { architecture, size, vocabulary } from './scale.ts';
import { scalingFit } from './scaling-fit.ts';
import { mixSkill, packing } from './skills.ts';
import { dpoNoAnchor, sft } from './tuning.ts';
import { dpNoise, int8Updates, poisonedWorker, syncPeriod, workers } from './teamwork.ts';

const LEVERS_BY_FILE: Readonly<Record<string, readonly Lever[]>> = {
  'cleaning.ts': [dedup, qualityFilter, overFilter],
  'privacy.ts': [privacyScrub],
  'bias.ts': [bias, rebalance],
  'skills.ts': [mixSkill, packing],
  'contamination.ts': [contamination],
  'facts.ts': [rumours],
  'language.ts': [mixLanguage],
  'collapse.ts': [syntheticCollapse],
  'scale.ts': [size, vocabulary, architecture],
  'scaling-fit.ts': [scalingFit],
  'pretrain.ts': [repeat, learningRate],
  'teamwork.ts': [workers, syncPeriod, poisonedWorker, int8Updates, dpNoise],
  'tuning.ts': [sft, dpoNoAnchor],
  'compress.ts': [quantisation, pruning, distillation],
  'decoding.ts': [temperature, topP],
};

export const ALL_LEVERS: readonly { lever: Lever; file: string }[] = Object.entries(LEVERS_BY_FILE).flatMap(
  ([file, levers]) => levers.map((lever) => ({ lever, file })),
);
