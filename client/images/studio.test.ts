import { beforeAll, describe, expect, it } from 'vitest';
import { Studio, type Painted, type Report, type Wish } from './studio.ts';

const WISH: Wish = {
  subject: 'tower',
  color: 'blue',
  place: 'mill',
  unlike: null,
  style: 'plain',
  steps: 6,
  guidance: 2,
  seed: 1,
  count: 2,
};

const ENOUGH_STEPS = 50;

describe('a studio', () => {
  const studio = new Studio(1);
  const reports: Report[] = [];

  it('opens with lessons, and paints nothing before it has trained', () => {
    const { subjects, lessons, pictures } = studio.opening();
    expect(pictures).toBeGreaterThan(1000);
    expect(subjects).toContain('tower');
    expect(lessons[0].pixels).toHaveLength(16 * 16 * 3);
    expect(() => studio.paint(WISH)).toThrow('no painter');
  });

  describe('that has trained for a moment', () => {
    let painted: Painted[];
    /* On a slow machine a second is too little to paint anything but one color. */
    beforeAll(async () => {
      for (let seconds = 1; (reports.at(-1)?.steps ?? 0) < ENOUGH_STEPS; seconds *= 2) {
        reports.length = 0;
        await studio.train(seconds, (report) => reports.push(report));
      }
      painted = studio.paint(WISH);
    });

    it('tells how far it is, and shows what it paints by then', () => {
      expect(reports[0].previews).toHaveLength(4);
      expect(reports.at(-1)).toMatchObject({ done: 1 });
      expect(reports.map(({ steps }) => steps)).toEqual(
        reports.map(({ steps }) => steps).toSorted((a, b) => a - b),
      );
    });

    it('gives each picture with all its steps, what is seen in it and what it is most like', () => {
      expect(painted).toHaveLength(2);
      for (const { frames, isRight, seen, nearest } of painted) {
        expect(frames.map((frame) => frame.length)).toEqual(Array(6).fill(16 * 16 * 3));
        if (isRight) expect(seen.subject).toBe('tower');
        expect(nearest).toBeGreaterThan(0);
        expect(nearest).toBeLessThanOrEqual(1);
      }
    });

    it('paints on from a picture, of which a half may stay as it was', () => {
      const [{ picture }] = painted;
      const half = picture.length / 2;
      const parts = { upper: [half, undefined], lower: [0, half] } as const;
      for (const part of ['upper', 'lower'] as const) {
        const [again] = studio.paint({ ...WISH, color: 'red', sketch: { picture, noise: 1, part } });
        expect(again.picture.slice(...parts[part])).toEqual(picture.slice(...parts[part]));
        expect(again.picture).not.toEqual(picture);
      }
    });

    it('takes captions without a place, away from one', () => {
      const [{ picture }] = studio.paint({ ...WISH, place: null });
      const [away] = studio.paint({ ...WISH, place: null, unlike: 'mill' });
      expect(away.picture).not.toEqual(picture);
    });

    it('refuses what is not in its world', () => {
      expect(() => studio.paint({ ...WISH, subject: '__proto__' })).toThrow('nothing that it knows');
      expect(() => studio.paint({ ...WISH, steps: 0 })).toThrow(RangeError);
    });
  });

  it('finds pictures by words once it has learned to', async () => {
    expect(() => studio.find('a tower')).toThrow('learned nothing yet');
    await studio.learnToFind();
    const found = studio.find('a tower with a blue roof at the mill');
    expect(found[0].caption).toMatch(/tower/);
    expect(found.filter(({ caption }) => /tower/.test(caption)).length).toBeGreaterThan(5);
  });
});
