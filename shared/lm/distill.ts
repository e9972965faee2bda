/** Distillation: a small model learns what a bigger one expects at every position, not only which token came. */

import { InputError } from './input-error.ts';
import type { DistillingExecutor, StepResult } from './executor.ts';
import { toBatch, type Rows } from './rows.ts';

export interface DistillOptions {
  teacher: Pick<DistillingExecutor, 'config' | 'predict'>;
  student: DistillingExecutor;
  /** Text in tokens that both models know. */
  rows: Rows;
  /** Rows a step. */
  batchRows: number;
  /** How much of the target is the teacher's opinion, 0 to 1; the rest is the token that really came. */
  teacherShare: number;
  /** The learning rate of a step, counted from 0. */
  learningRate: (step: number) => number;
  weightDecay: number;
  clipNorm: number;
}

/**
 * Trains the student once over the rows; yields each step's result. The target of a position is `teacherShare` x the
 * teacher's probabilities + (1 - teacherShare) x the true token: the two losses of Hinton, Vinyals and Dean (2015) in
 * one, since cross-entropy is linear in its target, at temperature 1. Throws a RangeError when the models' vocabularies
 * differ, or a context is shorter than the rows.
 */
export async function* distill(options: DistillOptions): AsyncGenerator<StepResult, void, void> {
  const { teacher, student, rows, batchRows, teacherShare, learningRate, weightDecay, clipNorm } = options;
  const { vocabSize } = student.config;
  if (teacher.config.vocabSize !== vocabSize) {
    throw new InputError(`distill: vocabularies of ${teacher.config.vocabSize} and ${vocabSize} differ`);
  }
  if (!(teacherShare >= 0 && teacherShare <= 1)) {
    throw new InputError(`distill: teacherShare must be from 0 to 1, not ${teacherShare}`);
  }
  for (let row = 0, step = 0; row < rows.count; row += batchRows, step++) {
    const batch = toBatch(rows, row, Math.min(batchRows, rows.count - row));
    if (!batch.weights.some((weight) => weight > 0)) continue;
    const wanted = await teacher.predict(batch);
    for (let i = 0; i < wanted.length; i++) wanted[i] *= teacherShare;
    batch.targets.forEach((target, at) => (wanted[at * vocabSize + target] += 1 - teacherShare));
    yield await student.stepToward(batch, wanted, {
      learningRate: learningRate(step),
      weightDecay,
      clipNorm,
    });
  }
}
