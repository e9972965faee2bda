/**
 * The whole life of a painter in one file, to be read from top to bottom: a world's pictures, their captions, training,
 * samples, and what they are worth by measure. `npm run speedrun -- --images` runs it. The words' twin is speedrun.ts.
 */

import { Classifier } from './image/evals/classifier.ts';
import { frechetDistance } from './image/evals/frechet.ts';
import { estimateByParts, type Estimate } from './image/evals/interval.ts';
import { captionAgreement, diversity, nearCopies } from './image/evals/measures.ts';
import { Painter } from './image/painter.ts';
import { paint } from './image/sample.ts';
import { DEFAULT_PAINTER, trainPainter } from './image/train.ts';
import { createWasmHost } from './nn/wasm/host.ts';
import { createRandom, type Random } from './random.ts';
import { NAMED_COLORS, OPTED_OUT, STYLES } from './world/pictures/parts.ts';
import { PALETTE, type Picture } from './world/pictures/palette.ts';
import { PLACES } from './world/pictures/backdrops.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from './world/pictures/pictures.ts';
import { createRecognizer } from './world/pictures/recognize.ts';
import {
  captionOf,
  captionVocabulary,
  drawScene,
  subjectsOf,
  wordNumbers,
  type Scene,
  type Subject,
} from './world/pictures/scenes.ts';
import type { World } from './world/types.ts';
import { createWorld } from './world/world.ts';

export interface PaintingSize {
  pictures: number;
  trainSteps: number;
  /** Pictures painted to be measured, whose first 64 go on the sheet; captions are drawn by chance and none is picked. */
  samples: number;
  classifierSteps: number;
}

/** About a minute of training on one processor core. */
export const FULL_PAINTING: PaintingSize = {
  pictures: 4000,
  trainSteps: 3000,
  samples: 256,
  classifierSteps: 1500,
};
/** Seconds: shows that every stage runs, and teaches little. */
export const QUICK_PAINTING: PaintingSize = {
  pictures: 400,
  trainSteps: 60,
  samples: 64,
  classifierSteps: 100,
};

const WORLD_SEED = 1;
const SHEET_PICTURES = 64;
const STEPS = 20;
const GUIDANCE = 2;
const GUIDANCE_SWEEP = [0, 1, 2, 4, 8];
/** Captions of which several pictures are painted, and how many of each, to see how much they differ. */
const REPEATED_CAPTIONS = 8;
const REPEATS = 4;

export interface PaintingStage {
  stage: string;
  seconds: number;
  /** What came of it, in words. */
  gave: string;
}

interface GuidanceRow {
  guidance: number;
  agreement: Estimate;
  diversity: Estimate;
}

export interface PaintingReport {
  parameters: number;
  stages: PaintingStage[];
  /** Nats a pixel over the last tenth of the training. */
  loss: number;
  agreement: Estimate;
  guidance: GuidanceRow[];
  /** To pictures that it was not trained on; `real` is what two sets of true pictures have by chance. */
  frechet: { painted: Estimate; real: Estimate };
  /** Of painted pictures, and, by chance, of true ones that it never saw. */
  nearCopies: { painted: Estimate; real: Estimate };
  /** For 16 pictures in 20 steps. */
  paintSeconds: number;
  captions: string[];
  sheet: Picture[];
}

/** Runs it all; `now` is a clock in milliseconds. */
export async function paintingSpeedrun(
  size: PaintingSize,
  now: () => number,
  onStage: (stage: PaintingStage) => void,
): Promise<PaintingReport> {
  const stages: PaintingStage[] = [];
  let since = now();
  const done = (stage: string, gave: string): void => {
    const report = { stage, seconds: (now() - since) / 1000, gave };
    stages.push(report);
    onStage(report);
    since = now();
  };
  const random = createRandom(WORLD_SEED).fork('painting speedrun');

  const world = createWorld(WORLD_SEED);
  const subjects = subjectsOf(world);
  const recognize = createRecognizer(subjects);
  done('world', `${subjects.length} subjects, ${NAMED_COLORS.length} colors, ${PLACES.length} places`);

  const pictures = makePictures(world, size.pictures, CLEAN_PICTURES, 1);
  done('pictures', `${pictures.length} pictures of 16 x 16 pixels, like: ${pictures[0].caption}`);

  const vocabulary = captionVocabulary(world);
  const numbersOf = (caption: string): number[] => wordNumbers(caption, vocabulary);
  done('captions', `${vocabulary.length} words`);

  const config = { ...DEFAULT_PAINTER, words: vocabulary.length, colors: PALETTE.length };
  const painter = new Painter(config, await createWasmHost());
  const parameters = painter.weights().length;
  done('model', `${parameters} parameters on ${painter.backend}`);

  const loss = train(painter, pictures, numbersOf, size.trainSteps, random.fork('train'));
  done(
    'train',
    `${size.trainSteps} steps, ${loss.toFixed(3)} nats a pixel, was ${Math.log(PALETTE.length).toFixed(3)}`,
  );

  const scenes = drawScenes(random.fork('scenes'), subjects, size.samples);
  const paintScenes = (asked: readonly Scene[], guidance: number, seed: number): Picture[] => {
    const words = asked.map((scene) => numbersOf(captionOf(scene)));
    return paint(painter, { palette: PALETTE, words, steps: STEPS, guidance, seed });
  };
  const painted = paintScenes(scenes, GUIDANCE, 1);
  done('paint', `${painted.length} pictures in ${STEPS} steps each, guidance ${GUIDANCE}`);
  const started = now();
  paintScenes(scenes.slice(0, 16), GUIDANCE, 2);
  const paintSeconds = (now() - started) / 1000;
  done('time', `16 pictures in ${paintSeconds.toFixed(2)} s`);

  const agreement = captionAgreement(painted, scenes, recognize);
  done('agreement', `the recognizer sees what was asked in ${percent(agreement)}`);

  const repeated = drawScenes(random.fork('repeated'), subjects, REPEATED_CAPTIONS);
  const guidance = GUIDANCE_SWEEP.map((strength): GuidanceRow => {
    const asked = repeated.flatMap((scene) => Array<Scene>(REPEATS).fill(scene));
    const several = paintScenes(asked, strength, 3);
    const groups = repeated.map((_, i) => several.slice(i * REPEATS, (i + 1) * REPEATS));
    return {
      guidance: strength,
      agreement: captionAgreement(several, asked, recognize),
      diversity: diversity(groups, random.fork('diversity')),
    };
  });
  done('guidance', `${GUIDANCE_SWEEP.length} strengths, ${REPEATED_CAPTIONS * REPEATS} pictures each`);

  const frechet = await distances(world, subjects, painted, size);
  done('distance', `${figure(frechet.painted)}; between true pictures ${figure(frechet.real)}`);

  const trained = pictures.map(({ picture }) => picture);
  const unseen = makePictures(world, size.samples, CLEAN_PICTURES, 2).map(({ picture }) => picture);
  const copies = { painted: nearCopies(painted, trained), real: nearCopies(unseen, trained) };
  done(
    'copies',
    `${percent(copies.painted)} are near copies of a training picture; of new true ones ${percent(copies.real)}`,
  );

  return {
    parameters,
    stages,
    loss,
    agreement,
    guidance,
    frechet,
    nearCopies: copies,
    paintSeconds,
    captions: scenes.slice(0, SHEET_PICTURES).map(captionOf),
    sheet: painted.slice(0, SHEET_PICTURES),
  };
}

function drawScenes(random: Random, subjects: readonly Subject[], count: number): Scene[] {
  const licensed = STYLES.filter((style) => style !== OPTED_OUT);
  return Array.from({ length: count }, () => drawScene(random, subjects, licensed));
}

/** Trains so many steps; returns the mean loss of the last tenth. */
function train(
  painter: Painter,
  pictures: readonly CaptionedPicture[],
  numbersOf: (caption: string) => number[],
  steps: number,
  random: Random,
): number {
  const lessons = {
    palette: PALETTE,
    pictures: pictures.map(({ picture }) => picture),
    words: pictures.map(({ caption }) => numbersOf(caption)),
  };
  const losses = [...trainPainter(painter, lessons, random, (done) => done / steps)].map(({ loss }) => loss);
  const last = losses.slice(-Math.ceil(steps / 10));
  return last.reduce((sum, one) => sum + one, 0) / last.length;
}

/** Fréchet distances in the features of a classifier of this world, to pictures that neither it nor the painter saw. */
async function distances(
  world: World,
  subjects: readonly Subject[],
  painted: readonly Picture[],
  { classifierSteps }: PaintingSize,
): Promise<{ painted: Estimate; real: Estimate }> {
  const random = createRandom(world.seed).fork('classifier');
  const names = subjects.map(({ name }) => name);
  const classes = [names.length, NAMED_COLORS.length, PLACES.length];
  const classifier = new Classifier(await createWasmHost(), PALETTE, classes, random);
  const lessons = makePictures(world, 2000, CLEAN_PICTURES, 3).map(({ picture, scene }) => ({
    picture,
    labels: [
      names.indexOf(scene.subject.name),
      NAMED_COLORS.indexOf(scene.color),
      PLACES.indexOf(scene.place),
    ],
  }));
  classifier.train(lessons, classifierSteps, random);
  const count = painted.length;
  const unseen = makePictures(world, 2 * count, CLEAN_PICTURES, 2).map(({ picture }) => picture);
  const against = classifier.features(unseen.slice(count));
  const distance = (features: readonly Float32Array[]): number => frechetDistance(features, against);
  return {
    painted: estimateByParts(classifier.features(painted), distance),
    real: estimateByParts(classifier.features(unseen.slice(0, count)), distance),
  };
}

function percent({ value, low, high }: Estimate): string {
  const round = (share: number): number => Math.round(100 * share);
  return `${round(value)} % (${round(low)} to ${round(high)})`;
}

function figure({ value, low, high }: Estimate): string {
  return `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
