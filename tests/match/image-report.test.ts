/** What a match of pictures must show, told from labs that differ in one choice only. */

import { describe, expect, it } from 'vitest';
import type { PicturesPlan } from '../../shared/game/images/market.ts';
import { unmetOfImages, type ImageReport } from './image-report.ts';

type Lab = ImageReport['teams'][number];

const figure = (value: number) => ({ value, low: value, high: value });

interface Given {
  plan: PicturesPlan;
  guidance?: 0 | 0.5 | 1 | 2;
  agreement: number;
  diversity?: number;
  copies?: number;
  animals?: number;
}

function lab(
  name: string,
  { plan, guidance = 1, agreement, diversity = 0.3, copies = 0, animals = 0 }: Given,
): Lab {
  const images = {
    pictures: plan,
    paint: { size: 'medium' },
    gallery: { guidance, steps: 20 },
    agreement: figure(agreement),
    diversity: figure(diversity),
    perKind: { animals: figure(animals), dishes: figure(animals) },
    harms: { copies: figure(copies) },
  };
  return { name, images } as unknown as Lab;
}

const unmet = (...teams: Lab[]): string[] =>
  unmetOfImages({ ok: true, seed: 1, errors: [], stages: [], teams });

const WEB: PicturesPlan = { sources: ['web'], cleaning: [] };
const UNCOPIED: PicturesPlan = { ...WEB, cleaning: ['copies'] };
const TOWN: PicturesPlan = { sources: ['town'], cleaning: [] };
const BOTH: PicturesPlan = { sources: ['town', 'farm'], cleaning: [] };

describe('a match of pictures', () => {
  it('shows nothing by labs that differ in more than one choice', () => {
    for (const plan of [TOWN, BOTH])
      expect(
        unmet(lab('A', { plan: WEB, agreement: 0.9, animals: 0.3 }), lab('B', { plan, agreement: 0.1 })),
      ).toEqual([]);
  });

  it.each([
    [
      'copies',
      (copies: number) => [
        lab('A', { plan: WEB, agreement: 0.1, copies: 0.9 }),
        lab('B', { plan: UNCOPIED, agreement: 0.1, copies }),
      ],
      0,
      0.9,
    ],
    [
      'captions',
      (agreement: number) => [
        lab('A', { plan: UNCOPIED, agreement: 0.2 }),
        lab('B', { plan: { ...WEB, cleaning: ['copies', 'captions'] }, agreement }),
      ],
      0.4,
      0.1,
    ],
    [
      'more pictures of a subject',
      (animals: number) => [
        lab('A', { plan: TOWN, agreement: 0.2 }),
        lab('B', { plan: BOTH, agreement: 0.2, animals }),
      ],
      0.4,
      0,
    ],
    [
      'guidance',
      (diversity: number) => [
        lab('A', { plan: BOTH, guidance: 0, agreement: 0.2, diversity: 0.3 }),
        lab('B', { plan: BOTH, guidance: 1, agreement: 0.5, diversity }),
      ],
      0.2,
      0.4,
    ],
  ] as const)('fails where %s did not do what they should', (_, labs, good, bad) => {
    expect(unmet(...labs(good))).toEqual([]);
    expect(unmet(...labs(bad))).toHaveLength(1);
  });
});
