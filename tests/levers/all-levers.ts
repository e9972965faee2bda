/** Every experiment there is, by the file that declares it. */

import { boldRate, packs, replay, style } from './board.ts';
import { alignPays } from './align-pays.ts';
import { architecture } from './architecture.ts';
import { bias, rebalance } from './bias.ts';
import { dedup, overFilter, qualityFilter } from './cleaning.ts';
import { distillation, pruning, quantisation } from './compress.ts';
import { syntheticCollapse } from './collapse.ts';
import { counterfactual } from './counterfactual.ts';
import { contamination } from './contamination.ts';
import { beam, temperature, topK, topP } from './decoding.ts';
import { rumours } from './facts.ts';
import { negativePrompt } from './negative.ts';
import { nextYear } from './years.ts';
import { contaminationGap, redTeamHardening } from './hardening.ts';
import { mixLanguage } from './language.ts';
import { influence } from './influence.ts';
import { lora } from './lora.ts';
import { memory } from './memory.ts';
import type { Lever } from './lever.ts';
import { ratersCaution, ratersConfidence, robustnessCue } from './manners.ts';
import { ownEval } from './own-eval.ts';
import { diffusionSteps, guidance, imageQuantisation } from './painting.ts';
import { painterSize } from './painter-size.ts';
import { captionNoise, imageBias, imageDedup, imageHarm, pictureSources } from './pictures.ts';
import { principles } from './principles.ts';
import { variety } from './variety.ts';
import { verifiableReward } from './verifiable-reward.ts';
import { portable } from './portable.ts';
import { router } from './pupil.ts';
import { privacyScrub } from './privacy.ts';
import { promptLogging } from './prompt-logging.ts';
import { rightToBeForgotten } from './forgotten.ts';
import { moreRatings, rewardModel } from './ratings.ts';
import { learningRate, repeat } from './pretrain.ts';
import { bestOfN, rewardHacking, rewardRl } from './reward.ts';
import { fewShot, injection, systemPrompt, writtenLine } from './before-the-question.ts';
import { filterThreshold, retrieval } from './serving.ts';
import {
  abstain,
  answerDice,
  answerSearch,
  calibration,
  lookUpUnsure,
  watermark,
} from './serving-choices.ts';
import { size, vocabulary } from './scale.ts';
import { cacheStaleness } from './staleness.ts';
import { clipData } from './towers.ts';
import { translation } from './translation.ts';
import { toolInjection } from './tool-injection.ts';
import { toolMisuse, tools } from './tools.ts';
import { scalingFit } from './scaling-fit.ts';
import { mixSkill, packing } from './exercises.ts';
import { dpoNoAnchor, sft } from './tuning.ts';
import { dpNoise, int8Updates, poisonedWorker, syncPeriod, workers } from './teamwork.ts';

const LEVERS_BY_FILE: Readonly<Record<string, readonly Lever[]>> = {
  'cleaning.ts': [dedup, qualityFilter, overFilter],
  'exercises.ts': [mixSkill, packing],
  'facts.ts': [rumours],
  'years.ts': [nextYear],
  'privacy.ts': [privacyScrub],
  'prompt-logging.ts': [promptLogging],
  'forgotten.ts': [rightToBeForgotten],
  'bias.ts': [bias, rebalance],
  'contamination.ts': [contamination],
  'scale.ts': [size, vocabulary],
  'architecture.ts': [architecture],
  'pretrain.ts': [repeat, learningRate],
  'scaling-fit.ts': [scalingFit],
  'language.ts': [mixLanguage],
  'translation.ts': [translation],
  'board.ts': [boldRate, style, packs, replay],
  'collapse.ts': [syntheticCollapse],
  'tuning.ts': [sft, dpoNoAnchor],
  'align-pays.ts': [alignPays],
  'reward.ts': [rewardRl, rewardHacking, bestOfN],
  'counterfactual.ts': [counterfactual],
  'influence.ts': [influence],
  'lora.ts': [lora],
  'portable.ts': [portable],
  'ratings.ts': [rewardModel, moreRatings],
  'variety.ts': [variety],
  'principles.ts': [principles],
  'manners.ts': [ratersCaution, ratersConfidence, robustnessCue],
  'verifiable-reward.ts': [verifiableReward],
  'own-eval.ts': [ownEval],
  'hardening.ts': [redTeamHardening, contaminationGap],
  'serving.ts': [retrieval, filterThreshold],
  'staleness.ts': [cacheStaleness],
  'before-the-question.ts': [systemPrompt, writtenLine, fewShot, injection],
  'memory.ts': [memory],
  'tools.ts': [tools, toolMisuse],
  'tool-injection.ts': [toolInjection],
  'serving-choices.ts': [calibration, abstain, lookUpUnsure, watermark, answerDice, answerSearch],
  'decoding.ts': [temperature, topP, topK, beam],
  'pupil.ts': [router],
  'compress.ts': [quantisation, pruning, distillation],
  'painting.ts': [guidance, diffusionSteps, imageQuantisation],
  'pictures.ts': [pictureSources, captionNoise, imageDedup, imageBias, imageHarm],
  'painter-size.ts': [painterSize],
  'towers.ts': [clipData],
  'negative.ts': [negativePrompt],
  'teamwork.ts': [workers, syncPeriod, poisonedWorker, int8Updates, dpNoise],
};

export const ALL_LEVERS: readonly { lever: Lever; file: string }[] = Object.entries(LEVERS_BY_FILE).flatMap(
  ([file, levers]) => levers.map((lever) => ({ lever, file })),
);
