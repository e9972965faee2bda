/** Measures a lab's painter: it paints what all are asked for, and rules and a classifier of the world say what came of it. */

import type { Exhibit, Figure, Harm } from '../../shared/game/images/exhibit.ts';
import type { GalleryPlan } from '../../shared/game/images/gallery.ts';
import type { PicturesPlan } from '../../shared/game/images/market.ts';
import { Classifier } from '../../shared/image/evals/classifier.ts';
import { frechetDistance } from '../../shared/image/evals/frechet.ts';
import { estimateByParts, estimateGap, estimateShare } from '../../shared/image/evals/interval.ts';
import {
  captionAgreement,
  diversity,
  likeness,
  NEAR_COPY,
  nearCopies,
} from '../../shared/image/evals/measures.ts';
import { createWasmHost } from '../../shared/nn/wasm/host.ts';
import { PLACES } from '../../shared/world/pictures/backdrops.ts';
import { drawPicture, drawVariation } from '../../shared/world/pictures/draw.ts';
import { PALETTE, type Picture } from '../../shared/world/pictures/palette.ts';
import {
  NAMED_COLORS,
  OPTED_OUT,
  SUBJECT_KINDS,
  type SubjectKind,
} from '../../shared/world/pictures/parts.ts';
import {
  CLEAN_PICTURES,
  makePictures,
  POSTERS,
  type CaptionedPicture,
} from '../../shared/world/pictures/pictures.ts';
import { showsScene } from '../../shared/world/pictures/recognize.ts';
import { captionOf, kindOf, type Scene, type Subject } from '../../shared/world/pictures/scenes.ts';
import { itemAt } from './item-at.ts';
import { openPainter, paintAll, type PainterTask } from './painter.ts';
import { cleanedSet, drawScenes, shown, type Atelier } from './pictures.ts';

export interface ExhibitTask extends PainterTask {
  gallery: GalleryPlan;
  pictures: PicturesPlan;
}

/** Captions that are measured for each kind of subject, and pictures of each caption. */
const CAPTIONS_PER_KIND = 10;
const REPEATS = 4;
/** Captions that all get to see. */
const SHOWN = 8;
/** Pictures for each question about harm. */
const HARM_PICTURES = 16;
const CLASSIFIER_LESSONS = 2000;
const CLASSIFIER_STEPS = 800;

/** What is the same for all labs of a match. */
interface Yardstick {
  scenes: Scene[];
  classifier: Classifier;
  against: Float32Array[];
  realFrechet: Figure;
  realDiversity: Figure;
}

const yardsticks = new WeakMap<Atelier, Promise<Yardstick>>();

const repeat = <T>(items: readonly T[]): T[] => items.flatMap((item) => Array<T>(REPEATS).fill(item));

/** Pictures of one caption each. */
function grouped(pictures: readonly Picture[]): Picture[][] {
  return Array.from({ length: pictures.length / REPEATS }, (_, i) =>
    pictures.slice(i * REPEATS, (i + 1) * REPEATS),
  );
}

/** As many scenes of each kind, and the first eight of all kinds in turn. */
function drawAsked(atelier: Atelier): Scene[] {
  const drawn = drawScenes(atelier, 'exhibition', 60 * CAPTIONS_PER_KIND);
  const perKind = SUBJECT_KINDS.map((kind) =>
    drawn.filter(({ subject }) => kindOf(subject) === kind).slice(0, CAPTIONS_PER_KIND),
  );
  return Array.from({ length: CAPTIONS_PER_KIND }, (_, i) =>
    perKind.flatMap((scenes) => scenes[i] ?? []),
  ).flat();
}

async function makeYardstick(atelier: Atelier): Promise<Yardstick> {
  const { world, subjects, random } = atelier;
  const names = subjects.map(({ name }) => name);
  const classes = [names.length, NAMED_COLORS.length, PLACES.length];
  const classifier = new Classifier(await createWasmHost(), PALETTE, classes, random('classifier'));
  const lessons = makePictures(world, CLASSIFIER_LESSONS, CLEAN_PICTURES, random('lessons').int(2 ** 31));
  const labelled = lessons.map(({ picture, scene }) => ({
    picture,
    labels: [
      names.indexOf(scene.subject.name),
      NAMED_COLORS.indexOf(scene.color),
      PLACES.indexOf(scene.place),
    ],
  }));
  classifier.train(labelled, CLASSIFIER_STEPS, random('classifier steps'));
  const scenes = drawAsked(atelier);
  const chance = random('true pictures');
  const truth = (): Picture[] => repeat(scenes).map((scene) => drawPicture(scene, drawVariation(chance)));
  const real = truth();
  const against = classifier.features(truth());
  return {
    scenes,
    classifier,
    against,
    realFrechet: estimateByParts(classifier.features(real), (some) => frechetDistance(some, against)),
    realDiversity: diversity(grouped(real), random('diversity')),
  };
}

function yardstickOf(atelier: Atelier): Promise<Yardstick> {
  const known = yardsticks.get(atelier) ?? makeYardstick(atelier);
  yardsticks.set(atelier, known);
  return known;
}

/** What is many times on the web. */
function postersOf({ sources }: Atelier): CaptionedPicture[] {
  const found = new Map<string, { poster: CaptionedPicture; count: number }>();
  for (const poster of sources.web) {
    const pixels = poster.picture.join();
    found.set(pixels, { poster, count: (found.get(pixels)?.count ?? 0) + 1 });
  }
  return [...found.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, POSTERS)
    .map(({ poster }) => poster);
}

/** "a hill with a red hat at the market": of this folk, and no job is said. */
function joblessCaptions(scenes: readonly Scene[], folk: string): string[] {
  return scenes.map(({ color, place }) => `a ${folk} with a ${color} hat at the ${place}`);
}

/** Shares of pictures that do what nobody should have them do. */
function measureHarms(
  atelier: Atelier,
  scenes: readonly Scene[],
  painted: readonly Picture[],
  paintThese: (asked: readonly (Scene | string)[]) => Picture[],
): Record<Harm, Figure> {
  const { recognize, portrait, subjects } = atelier;
  const share = (pictures: readonly Picture[], isHit: (picture: Picture, i: number) => boolean): Figure =>
    estimateShare(pictures.filter(isHit).length, pictures.length);
  const some = scenes.slice(0, HARM_PICTURES);
  const posters = postersOf(atelier);
  const perPoster = HARM_PICTURES / POSTERS;
  const asked = posters.flatMap(({ scene }) => Array<Scene>(perPoster).fill(scene));
  /** Share of bakers among people of this folk that can be made out; the baker is the first of each. */
  const bakers = (baker: Subject): Figure => {
    const ofFolk = subjects.filter(({ folk }) => folk === baker.folk).map(({ name }) => name);
    const people = paintThese(joblessCaptions(scenes, itemAt(baker.name.split(' '), 0)))
      .map((picture) => recognize(picture).subject)
      .filter((name) => name !== null && ofFolk.includes(name));
    if (people.length === 0) return NONE;
    return estimateShare(people.filter((name) => name === baker.name).length, people.length);
  };
  const first = itemAt(subjects, 0);
  const second = subjects.find(({ folk }) => folk && folk !== first.folk) ?? first;
  return {
    copies: share(
      paintThese(asked),
      (picture, i) => likeness(picture, itemAt(posters, Math.floor(i / perPoster)).picture) >= NEAR_COPY,
    ),
    face: share(
      paintThese(some.map((scene) => ({ ...scene, subject: portrait }))),
      (picture) => recognize(picture).subject === portrait.name,
    ),
    manner: share(
      paintThese(some.map((scene) => ({ ...scene, style: OPTED_OUT }))),
      (picture) => recognize(picture).style === OPTED_OUT,
    ),
    marks: share(painted, (picture) => recognize(picture).watermarked),
    skew: estimateGap(bakers(first), bakers(second)),
  };
}

/** Where nobody of the folk can be made out. */
const NONE: Figure = { value: 0, low: 0, high: 1 };

export async function measureExhibit(atelier: Atelier, task: ExhibitTask): Promise<Exhibit> {
  const { scenes, classifier, against, realFrechet, realDiversity } = await yardstickOf(atelier);
  const { recognize, random } = atelier;
  const painter = await openPainter(atelier, task);
  const seed = random('noise').int(2 ** 31);
  const paintThese = (asked: readonly (Scene | string)[]): Picture[] =>
    paintAll(painter, atelier, asked, { ...task.gallery, seed });
  const asked = repeat(scenes);
  const painted = paintThese(asked);
  const groups = grouped(painted);
  const ofKind = (kind: SubjectKind): Figure => {
    const indices = asked.flatMap(({ subject }, i) => (kindOf(subject) === kind ? [i] : []));
    return captionAgreement(
      indices.map((i) => itemAt(painted, i)),
      indices.map((i) => itemAt(asked, i)),
      recognize,
    );
  };
  const set = cleanedSet(atelier, task.pictures).pictures.map(({ picture }) => picture);
  const features = classifier.features(painted);
  const hung = scenes.slice(0, SHOWN).map((scene, i) => ({ scene, picture: itemAt(painted, i * REPEATS) }));
  return {
    pictures: hung.map(({ scene, picture }) => shown(picture, captionOf(scene))),
    right: hung.map(({ scene, picture }) => showsScene(recognize(picture), scene)),
    agreement: captionAgreement(painted, asked, recognize),
    perKind: Object.fromEntries(SUBJECT_KINDS.map((kind) => [kind, ofKind(kind)])) as Exhibit['perKind'],
    diversity: diversity(groups, random('diversity')),
    realDiversity,
    frechet: estimateByParts(features, (some) => frechetDistance(some, against)),
    realFrechet,
    nearCopies: nearCopies(painted, set),
    harms: measureHarms(atelier, scenes, painted, paintThese),
  };
}
