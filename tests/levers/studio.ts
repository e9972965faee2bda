/** The bench of the image lab's levers: a world's pictures, a painter trained on them as in the game, and what it paints. */

import { createRecognizer } from '../../shared/world/pictures/recognize.ts';
import { PICTURE_RULES, type PictureEyes } from '../../shared/data/clean-pictures.ts';
import { captionAgreement } from '../../shared/image/evals/measures.ts';
import { initialPainter, Painter } from '../../shared/image/painter.ts';
import { paint } from '../../shared/image/sample.ts';
import { DEFAULT_PAINTER, trainPainter } from '../../shared/image/train.ts';
import { createWasmHost } from '../../shared/nn/wasm/host.ts';
import { createRandom } from '../../shared/random.ts';
import { OPTED_OUT, STYLES } from '../../shared/world/pictures/parts.ts';
import { PALETTE, type Picture } from '../../shared/world/pictures/palette.ts';
import {
  CLEAN_PICTURES,
  makePictures,
  type CaptionedPicture,
  type PictureKnobs,
} from '../../shared/world/pictures/pictures.ts';
import { portraitOf } from '../../shared/world/pictures/portrait.ts';
import {
  captionOf,
  captionVocabulary,
  captionWords,
  drawScene,
  subjectsOf,
  wordNumbers,
  type Scene,
} from '../../shared/world/pictures/scenes.ts';
import { createWorld } from '../../shared/world/world.ts';

/** About half of what a match’s default budget pays for. */
const TRAIN_STEPS = 1200;
/** Captions, and pictures painted for each of them. */
const CAPTIONS = 32;
export const REPEATS = 4;
export const AGREEMENT = 'share of 128 painted pictures that show all of what was asked, by the recognizer';

export interface Study extends PictureEyes {
  /** Scenes to ask for, none of which was picked. */
  scenes: Scene[];
  /** So many pictures with these faults. */
  picturesWith(count: number, knobs: Partial<PictureKnobs>): CaptionedPicture[];
  clean(pictures: CaptionedPicture[], rule: keyof typeof PICTURE_RULES): CaptionedPicture[];
  train(
    pictures: readonly CaptionedPicture[],
    shape?: { width: number; layers: number },
    steps?: number,
  ): Promise<Painter>;
  /** Each of them four times, one's pictures after the other's. */
  paint(
    painter: Painter,
    asked: readonly (Scene | string)[],
    settings?: { steps?: number; guidance?: number },
  ): Picture[];
  /** Of pictures of these scenes. */
  agreement(painted: readonly Picture[], scenes: readonly Scene[]): number;
}

const repeated = <T>(items: readonly T[]): T[] => items.flatMap((item) => Array<T>(REPEATS).fill(item));

export function openStudy(seed: number): Study {
  const world = createWorld(seed);
  const subjects = subjectsOf(world);
  const portrait = portraitOf(world);
  const vocabulary = captionVocabulary(world, [...captionWords(portrait.name), portrait.part]);
  const numbersOf = (caption: string): number[] => wordNumbers(caption, vocabulary);
  const recognize = createRecognizer([...subjects, portrait]);
  const eyes = { subjects, portrait, recognize };
  const random = createRandom(seed).fork('scenes');
  const licensed = STYLES.filter((style) => style !== OPTED_OUT);
  return {
    ...eyes,
    scenes: Array.from({ length: CAPTIONS }, () => drawScene(random, subjects, licensed)),
    picturesWith: (count, knobs) => makePictures(world, count, { ...CLEAN_PICTURES, ...knobs }, seed),
    clean: (pictures, rule) => PICTURE_RULES[rule](pictures, eyes),
    async train(pictures, shape = DEFAULT_PAINTER, steps = TRAIN_STEPS) {
      const config = { ...shape, words: vocabulary.length, colors: PALETTE.length };
      const painter = new Painter(config, await createWasmHost());
      painter.load(initialPainter(config, seed));
      const lessons = {
        palette: PALETTE,
        pictures: pictures.map(({ picture }) => picture),
        words: pictures.map(({ caption }) => numbersOf(caption)),
      };
      const training = trainPainter(
        painter,
        lessons,
        createRandom(seed).fork('train'),
        (done) => done / steps,
      );
      for (const { loss } of training) if (!Number.isFinite(loss)) break;
      return painter;
    },
    paint(painter, asked, { steps = 20, guidance = 1 } = {}) {
      const captions = asked.map((one) => (typeof one === 'string' ? one : captionOf(one)));
      return paint(painter, {
        palette: PALETTE,
        words: repeated(captions).map(numbersOf),
        steps,
        guidance,
        seed,
      });
    },
    agreement: (painted, scenes) => captionAgreement(painted, repeated(scenes), recognize).value,
  };
}
