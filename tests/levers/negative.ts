/** The lever of a negative prompt: a word that a picture shall not follow. */

import { initialPainter, Painter } from '../../shared/image/painter.ts';
import { paint } from '../../shared/image/sample.ts';
import { DEFAULT_PAINTER, trainPainter } from '../../shared/image/train.ts';
import { createWasmHost } from '../../shared/nn/wasm/host.ts';
import { createRandom } from '../../shared/random.ts';
import { PLACES } from '../../shared/world/pictures/backdrops.ts';
import { PALETTE, type Picture } from '../../shared/world/pictures/palette.ts';
import { CLEAN_PICTURES, makePictures } from '../../shared/world/pictures/pictures.ts';
import { createRecognizer } from '../../shared/world/pictures/recognize.ts';
import { captionVocabulary, drawScene, subjectsOf, wordNumbers } from '../../shared/world/pictures/scenes.ts';
import { createWorld } from '../../shared/world/world.ts';
import type { Lever } from './lever.ts';

const PICTURES = 2000;
const TRAIN_STEPS = 1200;
const PAINTED = 128;
const STEPS = 20;
const GUIDANCE = 3;

export const negativePrompt: Lever = {
  name: 'negative-prompt',
  question: 'Does a painter leave out what it is told to go away from?',
  arms: {
    without: 'guidance 3 from no caption toward one that says no place',
    with: 'guidance 3 from a place’s name toward the same captions',
  },
  metrics: {
    there: 'share of 128 pictures that show the place which they shall not, mean over all places',
    somewhere: 'share of pictures that show any place',
  },
  claims: [
    { metric: 'there', off: 'without', on: 'with', expected: 'falls' },
    { metric: 'somewhere', off: 'without', on: 'with', expected: 'reported' },
  ],
  async measure(seed) {
    const world = createWorld(seed);
    const subjects = subjectsOf(world);
    const vocabulary = captionVocabulary(world);
    const numbersOf = (words: string): number[] => wordNumbers(words, vocabulary);
    const config = { ...DEFAULT_PAINTER, words: vocabulary.length, colors: PALETTE.length };
    const painter = new Painter(config, await createWasmHost());
    painter.load(initialPainter(config, seed));
    const pictures = makePictures(world, PICTURES, CLEAN_PICTURES, seed);
    const lessons = {
      palette: PALETTE,
      pictures: pictures.map(({ picture }) => picture),
      words: pictures.map(({ caption }) => numbersOf(caption)),
    };
    const random = createRandom(seed);
    for (const { loss } of trainPainter(painter, lessons, random.fork('train'), (done) => done / TRAIN_STEPS))
      if (!Number.isFinite(loss)) break;
    const scenes = random.fork('scenes');
    const words = Array.from({ length: PAINTED }, () => {
      const { subject, color } = drawScene(scenes, subjects, ['plain']);
      return numbersOf(`a ${subject.name} with a ${color} ${subject.part}`);
    });
    const recognize = createRecognizer(subjects);
    const placesOf = (unlike: string) => {
      const painted = paint(painter, {
        palette: PALETTE,
        words,
        steps: STEPS,
        guidance: GUIDANCE,
        seed,
        unlike: numbersOf(unlike),
      });
      return painted.map((picture: Picture) => recognize(picture).place);
    };
    const mean = (counts: readonly number[]): number =>
      counts.reduce((sum, count) => sum + count, 0) / counts.length / PAINTED;
    const seen = placesOf('');
    const shunned = PLACES.map((place) => ({ place, places: placesOf(place) }));
    const somewhere = (places: readonly (string | null)[]): number =>
      places.filter((place) => place !== null).length;
    return {
      without: {
        there: mean(PLACES.map((one) => seen.filter((place) => place === one).length)),
        somewhere: mean([somewhere(seen)]),
      },
      with: {
        there: mean(shunned.map(({ place, places }) => places.filter((one) => one === place).length)),
        somewhere: mean(shunned.map(({ places }) => somewhere(places))),
      },
    };
  },
};
