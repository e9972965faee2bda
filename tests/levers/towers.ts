/** The lever of what two towers learn from: how many pairs of picture and caption, and whether they belong together. */

import { fit, Towers } from '../../shared/image/towers.ts';
import { createWasmHost } from '../../shared/nn/wasm/host.ts';
import { createRandom } from '../../shared/random.ts';
import { PALETTE } from '../../shared/world/pictures/palette.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from '../../shared/world/pictures/pictures.ts';
import { captionVocabulary, wordNumbers } from '../../shared/world/pictures/scenes.ts';
import { createWorld } from '../../shared/world/world.ts';
import type { Lever, Measures } from './lever.ts';

const FEW = 250;
const MANY = 3000;
const WRONG = 0.35;
const STEPS = 800;
/** Pictures that are looked for, each by its caption, among all of them. */
const SOUGHT = 64;
const TIMES = 4;

export const clipData: Lever = {
  name: 'clip-data',
  question: 'What does it take to find pictures by words?',
  arms: {
    few: '250 pictures, each with its caption',
    many: '3,000 pictures, each with its caption',
    wrong: '3,000 pictures, of which 35 in a hundred have another one’s caption',
  },
  metrics: {
    found: 'share of 256 unseen captions whose own picture, or one of the same caption, fits best of 64',
  },
  claims: [
    { metric: 'found', off: 'few', on: 'many', expected: 'rises' },
    { metric: 'found', off: 'many', on: 'wrong', expected: 'falls' },
  ],
  async measure(seed) {
    const world = createWorld(seed);
    const vocabulary = captionVocabulary(world);
    const make = (count: number, wrongCaptionRate: number, from: number) =>
      makePictures(world, count, { ...CLEAN_PICTURES, wrongCaptionRate }, from);
    const told = (pictures: readonly CaptionedPicture[]) => ({
      pictures: pictures.map(({ picture }) => picture),
      words: pictures.map(({ caption }) => wordNumbers(caption, vocabulary)),
    });
    const sets = { few: make(FEW, 0, seed), many: make(MANY, 0, seed), wrong: make(MANY, WRONG, seed) };
    const unseen = make(SOUGHT * TIMES, 0, seed + 1);
    const measures: Measures = {};
    for (const [arm, pictures] of Object.entries(sets)) {
      const towers = new Towers(await createWasmHost(), PALETTE, vocabulary.length, createRandom(seed));
      towers.train(told(pictures), STEPS, createRandom(seed).fork('train'));
      let found = 0;
      for (let from = 0; from < unseen.length; from += SOUGHT) {
        const some = unseen.slice(from, from + SOUGHT);
        const { pictures: looked, words } = told(some);
        const looks = towers.lookAt(looked);
        towers.read(words).forEach((read, i) => {
          const fits = looks.map((look) => fit(look, read));
          const best = some[fits.indexOf(Math.max(...fits))];
          if (best.caption === some[i].caption) found++;
        });
      }
      measures[arm] = { found: found / unseen.length };
    }
    return measures;
  },
};
