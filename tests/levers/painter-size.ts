/** The lever of a painter's size: small, medium and large at equal compute, as the game offers them. */

import { PAINTER_SIZES, shapeOf, stepsFor } from '../../shared/game/images/painter.ts';
import type { Lever, Measures } from './lever.ts';
import { AGREEMENT, openStudy } from './studio.ts';

const PICTURES = 2000;
/** A weak laptop's share of a match. */
const BUDGET_FLOPS = 6e11;

export const painterSize: Lever = {
  name: 'painter-size',
  question: 'Does a larger painter paint better at the same computing?',
  arms: {
    small: 'width 32, 3 layers, many steps',
    medium: 'width 64, 4 layers',
    large: 'width 96, 5 layers, few steps',
  },
  metrics: { agreement: AGREEMENT },
  claims: [
    { metric: 'agreement', off: 'small', on: 'medium', expected: 'reported' },
    { metric: 'agreement', off: 'medium', on: 'large', expected: 'falls' },
    { metric: 'agreement', off: 'small', on: 'large', expected: 'falls' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const pictures = study.picturesWith(PICTURES, {});
    const measures: Measures = {};
    for (const size of PAINTER_SIZES) {
      const painter = await study.train(pictures, shapeOf(size), stepsFor(size, BUDGET_FLOPS));
      measures[size] = { agreement: study.agreement(study.paint(painter, study.scenes), study.scenes) };
    }
    return measures;
  },
};
