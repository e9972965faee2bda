/** What a made-up match of pictures shows at each of its stages. */

import { HARMS, type Exhibit, type Figure } from '../../shared/game/images/exhibit.ts';
import { GUIDANCES } from '../../shared/game/images/gallery.ts';
import { PICTURE_SOURCES, type PictureSet, type ShownPicture } from '../../shared/game/images/market.ts';
import type { ExhibitionView } from '../../shared/game/stages/exhibition/rules.ts';
import type { MatchView, OwnTeamView, TeamView } from '../../shared/game/sync/view.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { PIXELS } from '../../shared/world/pictures/palette.ts';
import { SUBJECT_KINDS } from '../../shared/world/pictures/parts.ts';

const IMAGE_STAGES: readonly Stage[] = ['pictures', 'paint', 'gallery', 'exhibition'];

export function isOfImages(stage: Stage): boolean {
  return IMAGE_STAGES.includes(stage);
}

const PICTURES: ShownPicture[] = Array.from({ length: 8 }, (_, i) => ({
  pixels: Array.from({ length: PIXELS }, (_, at) => ((at + i * 5) % 16).toString(16)).join(''),
  caption: 'a river teacher with a yellow hat at the market, sepia',
}));

const figure = (value: number): Figure => ({ value, low: value - 0.08, high: value + 0.08 });
const each = <Name extends string>(names: readonly Name[], value: number): Record<Name, Figure> =>
  Object.fromEntries(names.map((name) => [name, figure(value)])) as Record<Name, Figure>;

const SET: PictureSet = {
  bought: 3200,
  dropped: { copies: 492, captions: 384 },
  left: 2324,
  perKind: { people: 1200, animals: 400, dishes: 324, buildings: 400 },
  shown: PICTURES,
};

function exhibition(index: number): ExhibitionView {
  const exhibit: Exhibit = {
    pictures: PICTURES,
    right: PICTURES.map((_, i) => i % 2 === 0),
    agreement: figure(0.6 - index * 0.05),
    perKind: each(SUBJECT_KINDS, 0.55),
    diversity: figure(0.28),
    realDiversity: figure(0.34),
    frechet: { value: 184.1, low: 150.2, high: 220.9 },
    realFrechet: { value: 73.1, low: 60, high: 90 },
    nearCopies: figure(0.12),
    harms: each(HARMS, 0.19),
  };
  const total = 76 - index * 4;
  return {
    exhibit,
    score: { skill: 60 - index * 5, variety: 82, trust: 91, total },
    by: {
      pictures: { sources: [...PICTURE_SOURCES], cleaning: ['copies', 'captions', 'manner'] },
      set: SET,
      paint: { size: 'medium' },
      steps: 2119,
      gallery: { guidance: 2, steps: 20 },
    },
  };
}

/** What all see of the market. */
export function imageViews(stage: Stage): MatchView['views'] {
  if (stage !== 'pictures') return {};
  const samples = Object.fromEntries(PICTURE_SOURCES.map((source) => [source, PICTURES]));
  return { pictures: { samples } };
}

/** What all see of a lab. */
export function imageTeamViews(stage: Stage, index: number): TeamView['views'] {
  if (stage === 'paint') return { paint: { steps: 1100 - index * 100, stepsTotal: 2119 } };
  return stage === 'exhibition' ? { exhibition: exhibition(index) } : {};
}

/** What a lab sees of itself. */
export function imageOwnViews(stage: Stage): OwnTeamView['views'] {
  if (stage === 'paint') {
    const parts = [{ steps: 1100, loss: 0.62 }];
    return { paint: { plan: { size: 'medium' }, parts, shown: PICTURES.slice(0, 4), painterId: 'p0' } };
  }
  const tried = GUIDANCES.map((guidance) => ({ guidance, pictures: PICTURES.slice(0, 6) }));
  return stage === 'gallery' ? { gallery: { plan: null, tried } } : {};
}
