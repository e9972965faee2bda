/** A short lesson on cards of one's own, among a lab's usual cards and old text: as the game hardens a model. */

import {
  concatRows,
  countTargets,
  demonstrationRows,
  pickRows,
  shuffleRows,
} from '../../shared/data/rows.ts';
import { COUNTER_SHARE, HARDENING_ROWS, REPLAY_SHARE } from '../../shared/game/stages/test/state.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { lessonRows } from '../../server/referee/prepare.ts';
import type { Lab } from './align-pays.ts';

export interface Card {
  question: string;
  answer: string;
}

export async function teach(
  { texts, task, examinee, model, rows: old }: Lab,
  cards: readonly Card[],
): Promise<void> {
  const random = createRandom(hashSeed(task.seeds.shards, 'lesson'));
  const some = (rows: Rows, share: number): Rows =>
    pickRows(
      rows,
      Array.from({ length: Math.round(share * HARDENING_ROWS) }, () => random.int(rows.count)),
    );
  const lesson = demonstrationRows(cards, examinee.tokenizer, model.config.contextLength);
  const rows = shuffleRows(
    concatRows([
      some(lesson, COUNTER_SHARE),
      some(lessonRows(texts, task), 1 - COUNTER_SHARE - REPLAY_SHARE),
      some(old, REPLAY_SHARE),
    ]),
    random.fork('turns'),
  );
  const schedule = fineTuningSchedule(countTargets(rows));
  await runRound({
    executor: model,
    rows,
    batchRows: FINE_TUNING.batchRows,
    weightDecay: FINE_TUNING.weightDecay,
    clipNorm: FINE_TUNING.clipNorm,
    learningRate: (tokens) => learningRateAt(schedule, tokens),
    now: () => 0,
  });
}
