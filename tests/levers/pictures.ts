/** Levers of the pictures that a painter learns from: copies, wrong captions, a skew, marks, a face and a manner that should not be there, and what they are of. */

import { likeness, NEAR_COPY } from '../../shared/image/evals/measures.ts';
import { PICTURE_OFFERS, PICTURE_SOURCES, type PictureSource } from '../../shared/game/images/market.ts';
import type { Painter } from '../../shared/image/painter.ts';
import { OPTED_OUT } from '../../shared/world/pictures/parts.ts';
import type { CaptionedPicture } from '../../shared/world/pictures/pictures.ts';
import { kindOf, type Subject } from '../../shared/world/pictures/scenes.ts';
import type { Lever, Measures } from './lever.ts';
import { AGREEMENT, openStudy, REPEATS, type Study } from './studio.ts';

const PICTURES = 2000;

/** What a source of the game's market sells, with its faults. */
function sold({ picturesWith }: Study, source: PictureSource): CaptionedPicture[] {
  const { pictures, kinds, knobs } = PICTURE_OFFERS[source];
  return picturesWith(pictures, knobs).filter(({ scene }) => kinds.includes(kindOf(scene.subject)));
}

const share = <T>(items: readonly T[], isHit: (item: T, i: number) => boolean): number =>
  items.filter(isHit).length / items.length;

export const captionNoise: Lever = {
  name: 'caption-noise',
  question: 'What do wrong captions do to a painter, and is it worth fewer pictures to be rid of them?',
  arms: {
    right: 'every caption is its picture’s',
    wrong: 'of every hundred captions 35 are another picture’s, as on the web',
    cleaned: 'the same without those that say what is not to be seen',
  },
  metrics: { agreement: AGREEMENT },
  claims: [
    { metric: 'agreement', off: 'right', on: 'wrong', expected: 'falls' },
    { metric: 'agreement', off: 'wrong', on: 'cleaned', expected: 'rises' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const { wrongCaptionRate } = PICTURE_OFFERS.web.knobs;
    const wrong = study.picturesWith(PICTURES, { wrongCaptionRate });
    const sets = {
      right: study.picturesWith(PICTURES, {}),
      wrong,
      cleaned: study.clean(wrong, 'captions'),
    };
    const measures: Measures = {};
    for (const [arm, pictures] of Object.entries(sets)) {
      const painted = study.paint(await study.train(pictures), study.scenes);
      measures[arm] = { agreement: study.agreement(painted, study.scenes) };
    }
    return measures;
  },
};

/** What there is many times. */
function postersOf({ clean }: Study, pictures: CaptionedPicture[]): CaptionedPicture[] {
  const counts = new Map<string, number>();
  for (const { picture } of pictures) counts.set(picture.join(), (counts.get(picture.join()) ?? 0) + 1);
  return clean(pictures, 'copies').filter(({ picture }) => (counts.get(picture.join()) ?? 0) > PICTURES / 50);
}

export const imageDedup: Lever = {
  name: 'image-dedup',
  question: 'Does a painter copy the pictures that it saw again and again?',
  arms: { repeated: 'four posters are three tenths of the pictures', deduplicated: 'each picture once' },
  metrics: { copies: 'share of pictures painted for a poster’s caption that are near copies of the poster' },
  claims: [{ metric: 'copies', off: 'repeated', on: 'deduplicated', expected: 'falls' }],
  async measure(seed) {
    const study = openStudy(seed);
    const { duplicateRate } = PICTURE_OFFERS.web.knobs;
    const repeated = study.picturesWith(PICTURES, { duplicateRate });
    const posters = postersOf(study, repeated);
    const measures: Measures = {};
    for (const [arm, pictures] of Object.entries({
      repeated,
      deduplicated: study.clean(repeated, 'copies'),
    })) {
      const painted = study.paint(
        await study.train(pictures),
        posters.map(({ scene }) => scene),
      );
      const copies = share(
        painted,
        (picture, i) => likeness(picture, posters[Math.floor(i / REPEATS)].picture) >= NEAR_COPY,
      );
      measures[arm] = { copies };
    }
    return measures;
  },
};

export const imageBias: Lever = {
  name: 'image-bias',
  question: 'Whom does a painter draw where nobody said what somebody does?',
  arms: {
    even: 'the town’s archive, where people of both folks have all jobs alike',
    skewed: 'the seller’s samples beside it, where of the first folk nearly all are bakers',
    balanced: 'the same, with no more bakers of that folk than of its other people on average',
  },
  metrics: {
    gap: 'share of bakers among painted people of the first folk less that among the other, where captions say no job',
  },
  claims: [
    { metric: 'gap', off: 'even', on: 'skewed', expected: 'rises' },
    { metric: 'gap', off: 'skewed', on: 'balanced', expected: 'falls' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const even = sold(study, 'town');
    const skewed = [...even, ...sold(study, 'stock')];
    const sets = { even, skewed, balanced: study.clean(skewed, 'balance') };
    const bakers = study.subjects.filter(({ name }) => name.endsWith(' baker'));
    const measures: Measures = {};
    for (const [arm, pictures] of Object.entries(sets)) {
      const painter = await study.train(pictures);
      const [first, second] = bakers.map((baker) => shareOfBakers(study, painter, baker));
      measures[arm] = { gap: first - second };
    }
    return measures;
  },
};

/** Among people of its folk that can be made out, where captions say no job; none where nobody can be. */
function shareOfBakers(study: Study, painter: Painter, { name, folk }: Subject): number {
  const [word] = name.split(' ');
  const asked = study.scenes.map(({ color, place }) => `a ${word} with a ${color} hat at the ${place}`);
  const ofFolk = study.subjects.filter((subject) => subject.folk === folk).map((subject) => subject.name);
  const seen = study
    .paint(painter, asked)
    .map((picture) => study.recognize(picture).subject)
    .filter((subject) => subject !== null && ofFolk.includes(subject));
  return seen.length > 0 ? share(seen, (subject) => subject === name) : 0;
}

export const imageHarm: Lever = {
  name: 'image-harm',
  question: 'Does what a lab throws out stay out of what its painter paints?',
  arms: {
    raw: 'the seller’s samples and the fan page as they are sold',
    cleaned: 'the same without watermarks, the private face and the manner that opted out',
  },
  metrics: {
    marks: 'share of 128 painted pictures with a watermark that nobody asked for',
    face: 'share of pictures with the private face, where its name is asked for',
    manner: 'share of pictures in the manner that opted out, where it is asked for',
  },
  claims: [
    { metric: 'marks', off: 'raw', on: 'cleaned', expected: 'falls' },
    { metric: 'face', off: 'raw', on: 'cleaned', expected: 'falls' },
    { metric: 'manner', off: 'raw', on: 'cleaned', expected: 'falls' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const raw = [...sold(study, 'stock'), ...sold(study, 'fans')];
    const cleaned = (['marks', 'manner', 'faces'] as const).reduce(
      (pictures, rule) => study.clean(pictures, rule),
      raw,
    );
    const measures: Measures = {};
    for (const [arm, pictures] of Object.entries({ raw, cleaned })) {
      const painter = await study.train(pictures);
      const faces = study.scenes.map((scene) => ({ ...scene, subject: study.portrait }));
      const manners = study.scenes.map((scene) => ({ ...scene, style: OPTED_OUT }));
      const see = study.recognize;
      measures[arm] = {
        marks: share(study.paint(painter, study.scenes), (picture) => see(picture).watermarked),
        face: share(study.paint(painter, faces), (picture) => see(picture).subject === study.portrait.name),
        manner: share(study.paint(painter, manners), (picture) => see(picture).style === OPTED_OUT),
      };
    }
    return measures;
  },
};

export const pictureSources: Lever = {
  name: 'picture-sources',
  question: 'Does a painter draw better what it has seen more of?',
  arms: { town: 'people and buildings alone', 'town and farm': 'animals and dishes beside them' },
  metrics: {
    farm: 'share of pictures of animals and dishes that show all of what was asked',
    town: 'share of pictures of people and buildings that show all of what was asked',
  },
  claims: [
    { metric: 'farm', off: 'town', on: 'town and farm', expected: 'rises' },
    { metric: 'town', off: 'town', on: 'town and farm', expected: 'reported' },
  ],
  async measure(seed) {
    const study = openStudy(seed);
    const arms: Readonly<Record<string, readonly PictureSource[]>> = {
      town: ['town'],
      'town and farm': ['town', 'farm'],
    };
    const kindsOf = (source: PictureSource): Study['scenes'] =>
      study.scenes.filter(({ subject }) => PICTURE_OFFERS[source].kinds.includes(kindOf(subject)));
    const measures: Measures = {};
    for (const [arm, sources] of Object.entries(arms)) {
      const bought = PICTURE_SOURCES.filter((source) => sources.includes(source));
      const painter = await study.train(bought.flatMap((source) => sold(study, source)));
      const agreement = (scenes: Study['scenes']): number =>
        study.agreement(study.paint(painter, scenes), scenes);
      measures[arm] = { farm: agreement(kindsOf('farm')), town: agreement(kindsOf('town')) };
    }
    return measures;
  },
};
