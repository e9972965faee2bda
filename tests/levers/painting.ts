/** Levers of one trained painter: how strongly a caption steers it, in how many steps it paints, and how few bits its weights have. */

import { diversity } from '../../shared/image/evals/measures.ts';
import type { Painter } from '../../shared/image/painter.ts';
import { painterSpec } from '../../shared/image/tensors.ts';
import {
  readWeights,
  storedBytes,
  writeWeights,
  type WeightFormat,
} from '../../shared/nn/formats/weight-format.ts';
import { createRandom } from '../../shared/random.ts';
import type { Lever, Measures } from './lever.ts';
import { AGREEMENT, openStudy, REPEATS, type Study } from './studio.ts';

const PICTURES = 2000;

/** A painter of clean pictures. */
const trainClean = (study: Study): Promise<Painter> => study.train(study.picturesWith(PICTURES, {}));

/** One painter, made to paint the same captions from the same noise with each of these settings. */
async function measurePaints(
  seed: number,
  arms: Readonly<Record<string, { steps?: number; guidance?: number }>>,
): Promise<Measures> {
  const study = openStudy(seed);
  const painter = await trainClean(study);
  const measures: Measures = {};
  for (const [arm, settings] of Object.entries(arms)) {
    const painted = study.paint(painter, study.scenes, settings);
    const groups = study.scenes.map((_, i) => painted.slice(i * REPEATS, (i + 1) * REPEATS));
    measures[arm] = {
      agreement: study.agreement(painted, study.scenes),
      diversity: diversity(groups, createRandom(seed)).value,
    };
  }
  return measures;
}

export const guidance: Lever = {
  name: 'guidance',
  question: 'What do you pay for pictures that follow the caption more closely?',
  arms: { none: 'guidance 0', weak: 'guidance 0.5', fair: 'guidance 1', strong: 'guidance 2' },
  metrics: {
    agreement: AGREEMENT,
    diversity: 'mean share of pixels in which two pictures of one caption differ',
  },
  claims: [
    { metric: 'agreement', off: 'none', on: 'weak', expected: 'rises' },
    { metric: 'agreement', off: 'weak', on: 'fair', expected: 'rises' },
    { metric: 'diversity', off: 'none', on: 'weak', expected: 'falls' },
    { metric: 'diversity', off: 'weak', on: 'fair', expected: 'falls' },
    { metric: 'agreement', off: 'fair', on: 'strong', expected: 'reported' },
    { metric: 'diversity', off: 'fair', on: 'strong', expected: 'reported' },
  ],
  measure: (seed) =>
    measurePaints(seed, {
      none: { guidance: 0 },
      weak: { guidance: 0.5 },
      fair: { guidance: 1 },
      strong: { guidance: 2 },
    }),
};

export const diffusionSteps: Lever = {
  name: 'diffusion-steps',
  question: 'In how few steps can noise become a picture?',
  arms: { one: '1 step', four: '4 steps', ten: '10 steps', twenty: '20 steps', forty: '40 steps' },
  metrics: { agreement: AGREEMENT },
  claims: [
    { metric: 'agreement', off: 'one', on: 'four', expected: 'rises' },
    { metric: 'agreement', off: 'four', on: 'ten', expected: 'rises' },
    { metric: 'agreement', off: 'ten', on: 'forty', expected: 'rises' },
    { metric: 'agreement', off: 'twenty', on: 'forty', expected: 'reported' },
  ],
  measure: (seed) =>
    measurePaints(seed, {
      one: { steps: 1 },
      four: { steps: 4 },
      ten: { steps: 10 },
      twenty: { steps: 20 },
      forty: { steps: 40 },
    }),
};

const FORMATS = ['fp32', 'int8', 'int4', 'int2'] as const;

/** A painter's weights as they come back from this format. */
function stored({ config }: Painter, weights: Float32Array, format: WeightFormat): Float32Array {
  const spec = painterSpec(config);
  const view = new DataView(new ArrayBuffer(storedBytes(spec, format)));
  writeWeights(view, 0, spec, format, weights);
  return readWeights(view, 0, spec, format);
}

export const imageQuantisation: Lever = {
  name: 'image-quantisation',
  question: 'How few bits can a painter’s weight have before its pictures fall apart?',
  arms: { fp32: '32 bits', int8: '8 bits', int4: '4 bits', int2: '2 bits' },
  metrics: { agreement: AGREEMENT },
  claims: [
    { metric: 'agreement', off: 'fp32', on: 'int8', expected: 'kept' },
    { metric: 'agreement', off: 'int8', on: 'int4', expected: 'reported' },
    { metric: 'agreement', off: 'int4', on: 'int2', expected: 'falls' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const painter = await trainClean(study);
    const weights = painter.weights();
    const measures: Measures = {};
    for (const format of FORMATS) {
      painter.load(stored(painter, weights, format));
      measures[format] = { agreement: study.agreement(study.paint(painter, study.scenes), study.scenes) };
    }
    return measures;
  },
};
