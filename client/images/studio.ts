/** A painter with its world of pictures: trains, paints and looks at what it painted. It runs in a worker of the page. */

import { likeness } from '../../shared/image/evals/measures.ts';
import { initialPainter, Painter } from '../../shared/image/painter.ts';
import { readPixels } from '../../shared/image/pixels.ts';
import { paint } from '../../shared/image/sample.ts';
import { fit, Towers } from '../../shared/image/towers.ts';
import { DEFAULT_PAINTER, trainPainter } from '../../shared/image/train.ts';
import { PICTURE_VALUES, PIXELS } from '../../shared/image/config.ts';
import type { KernelHost } from '../../shared/nn/kernels.ts';
import { createJsHost } from '../../shared/nn/js/kernels.ts';
import { createWasmHost, detectSimd } from '../../shared/nn/wasm/host.ts';
import { createRandom } from '../../shared/random.ts';
import { PLACES, type PlaceName } from '../../shared/world/pictures/backdrops.ts';
import { PALETTE, type Picture } from '../../shared/world/pictures/palette.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from '../../shared/world/pictures/pictures.ts';
import { createRecognizer, showsScene, type Seen } from '../../shared/world/pictures/recognize.ts';
import {
  captionOf,
  captionVocabulary,
  drawScene,
  subjectsOf,
  wordNumbers,
  type Scene,
  type Subject,
} from '../../shared/world/pictures/scenes.ts';
import { createWorld } from '../../shared/world/world.ts';

const PICTURES = 4000;
const LESSONS_SHOWN = 8;
const PREVIEWS = 4;
const PREVIEW_STEPS = 10;
const PREVIEW_GUIDANCE = 2;
/** The page hears of the training so often. */
const REPORT_MS = 500;
const PREVIEW_MS = 4000;

const TOWER_STEPS = 600;
/** Pictures among which words find some, none of which anything was learned from. */
export const SEARCHED = 500;
const FOUND = 8;

/** Red, green and blue of each pixel, row by row. */
type Pixels = Uint8ClampedArray;

export interface Shown {
  pixels: Pixels;
  caption: string;
}

/** What a studio opens with. */
export interface Opening {
  pictures: number;
  subjects: string[];
  lessons: Shown[];
}

/** How far a training is: `done` from 0 to 1, and now and then what it paints by now. */
export interface Report {
  done: number;
  steps: number;
  previews: Shown[] | null;
}

/** What of a sketch is painted anew. */
export const PARTS = ['all', 'upper', 'lower'] as const;
export type Part = (typeof PARTS)[number];

export interface Wish extends Pick<Scene, 'color' | 'style'> {
  subject: string;
  /** Null where the caption says no place. */
  place: PlaceName | null;
  /** A place that it shall not be. */
  unlike: PlaceName | null;
  steps: number;
  guidance: number;
  seed: number;
  count: number;
  /** A picture to begin with, under so much noise (above 0 to 1). */
  sketch?: { picture: Picture; noise: number; part: Part };
}

/** A picture that was painted, from noise to the end, and what a rule and the training's pictures say of it. */
export interface Painted {
  picture: Picture;
  /** One after each step. */
  frames: Pixels[];
  seen: Seen;
  isRight: boolean;
  /** Share of pixels that it has in common with the nearest picture of the training. */
  nearest: number;
}

/** Pictures that can be found by words, with where they point. */
interface Library {
  towers: Towers;
  unseen: CaptionedPicture[];
  looks: Float32Array[];
}

const createHost = async (): Promise<KernelHost> => (detectSimd() ? createWasmHost() : createJsHost());

export class Studio {
  readonly #subjects: Subject[];
  readonly #vocabulary: string[];
  readonly #pictures: CaptionedPicture[];
  readonly #recognize: (picture: Picture) => Seen;
  readonly #seed: number;
  #painter: Painter | undefined;
  #library: Library | undefined;

  constructor(seed: number) {
    const world = createWorld(seed);
    this.#seed = seed;
    this.#subjects = subjectsOf(world);
    this.#vocabulary = captionVocabulary(world);
    this.#pictures = makePictures(world, PICTURES, CLEAN_PICTURES, 1);
    this.#recognize = createRecognizer(this.#subjects);
  }

  opening(): Opening {
    return {
      pictures: this.#pictures.length,
      subjects: this.#subjects.map(({ name }) => name),
      lessons: this.#pictures
        .slice(0, LESSONS_SHOWN)
        .map(({ picture, caption }) => ({ pixels: pixelsOf(picture), caption })),
    };
  }

  /** Trains a new painter for so long; the last report has `done` 1. */
  async train(seconds: number, onReport: (report: Report) => void): Promise<void> {
    const config = { ...DEFAULT_PAINTER, words: this.#vocabulary.length, colors: PALETTE.length };
    const painter = new Painter(config, await createHost());
    painter.load(initialPainter(config, this.#seed));
    const lessons = {
      palette: PALETTE,
      pictures: this.#pictures.map(({ picture }) => picture),
      words: this.#pictures.map(({ caption }) => this.#numbersOf(caption)),
    };
    const started = performance.now();
    const progress = (): number => (performance.now() - started) / (1000 * seconds);
    let [reportAt, previewAt, steps] = [started, started, 0];
    for (const { step } of trainPainter(painter, lessons, createRandom(this.#seed), progress)) {
      steps = step;
      const now = performance.now();
      if (now < reportAt) continue;
      reportAt = now + REPORT_MS;
      const isPreview = now >= previewAt;
      if (isPreview) previewAt = now + PREVIEW_MS;
      onReport({
        done: Math.min(0.99, progress()),
        steps,
        previews: isPreview ? this.#previews(painter) : null,
      });
    }
    onReport({ done: 1, steps, previews: this.#previews(painter) });
    this.#painter = painter;
  }

  /** Has two towers learn from the pictures and their captions; takes seconds. */
  async learnToFind(): Promise<void> {
    const { length } = this.#vocabulary;
    const random = createRandom(this.#seed).fork('towers');
    const towers = new Towers(await createHost(), PALETTE, length, random);
    const words = this.#pictures.map(({ caption }) => this.#numbersOf(caption));
    towers.train({ pictures: this.#pictures.map(({ picture }) => picture), words }, TOWER_STEPS, random);
    const unseen = makePictures(createWorld(this.#seed), SEARCHED, CLEAN_PICTURES, 2);
    this.#library = { towers, unseen, looks: towers.lookAt(unseen.map(({ picture }) => picture)) };
  }

  /** The pictures that fit these words best, the best one first. Throws an Error before anything was learned. */
  find(caption: string): Shown[] {
    if (!this.#library) throw new Error('studio: the towers have learned nothing yet');
    const { towers, unseen, looks } = this.#library;
    const [read] = towers.read([this.#numbersOf(caption)]);
    const fits = looks.map((look) => fit(look, read));
    return unseen
      .map((_, i) => i)
      .toSorted((a, b) => fits[b] - fits[a])
      .slice(0, FOUND)
      .map((i) => ({ pixels: pixelsOf(unseen[i].picture), caption: unseen[i].caption }));
  }

  /** Paints what was wished for, `count` times from other noise. Throws an Error before there is a painter. */
  paint({ subject, color, place, style, steps, guidance, seed, count, sketch, unlike }: Wish): Painted[] {
    const painter = this.#painter;
    const found = this.#subjects.find(({ name }) => name === subject);
    if (!painter || !found) throw new Error('studio: no painter yet, or nothing that it knows');
    const scene: Scene = { subject: found, color, place: place ?? PLACES[0], style };
    const caption = place ? captionOf(scene) : captionOf(scene).replace(` at the ${scene.place}`, '');
    const words = Array<number[]>(count).fill(this.#numbersOf(caption));
    const frames = words.map((): Pixels[] => []);
    const pictures = paint(painter, {
      palette: PALETTE,
      words,
      steps,
      guidance,
      seed,
      unlike: this.#numbersOf(unlike ?? ''),
      sketch: sketch && {
        pictures: Array<Picture>(count).fill(sketch.picture),
        noise: sketch.noise,
        kept: keptOf(sketch.part),
      },
      onStep: (noisy) =>
        frames.forEach((one, i) =>
          one.push(readPixels(noisy.subarray(i * PICTURE_VALUES, (i + 1) * PICTURE_VALUES))),
        ),
    });
    return pictures.map((picture, i) => {
      const seen = this.#recognize(picture);
      frames[i][steps - 1] = pixelsOf(picture);
      return {
        picture,
        frames: frames[i],
        seen,
        isRight: showsScene(place ? seen : { ...seen, place: scene.place }, scene),
        nearest: this.#nearestLikeness(picture),
      };
    });
  }

  #numbersOf(caption: string): number[] {
    return wordNumbers(caption, this.#vocabulary);
  }

  #previews(painter: Painter): Shown[] {
    const random = createRandom(this.#seed).fork('previews');
    const captions = Array.from({ length: PREVIEWS }, () =>
      captionOf(drawScene(random, this.#subjects, ['plain'])),
    );
    const pictures = paint(painter, {
      palette: PALETTE,
      words: captions.map((caption) => this.#numbersOf(caption)),
      steps: PREVIEW_STEPS,
      guidance: PREVIEW_GUIDANCE,
      seed: this.#seed,
    });
    return pictures.map((picture, i) => ({ pixels: pixelsOf(picture), caption: captions[i] }));
  }

  /** How like it the nearest of the training's pictures is. */
  #nearestLikeness(picture: Picture): number {
    return Math.max(...this.#pictures.map(({ picture: other }) => likeness(picture, other)));
  }
}

/** Pixels that stay as they are where only this part is painted anew. */
function keptOf(part: Part): boolean[] {
  const isKept = (at: number): boolean => (part === 'upper' ? at >= PIXELS / 2 : at < PIXELS / 2);
  return Array.from({ length: PIXELS }, (_, at) => part !== 'all' && isKept(at));
}

function pixelsOf(picture: Picture): Pixels {
  return Uint8ClampedArray.from([...picture].flatMap((color) => PALETTE[color]));
}
