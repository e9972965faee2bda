import { beforeAll, describe, expect, it } from 'vitest';
import { createWasmHost } from '../nn/wasm/host.ts';
import { createRandom } from '../random.ts';
import { PALETTE } from '../world/pictures/palette.ts';
import { CLEAN_PICTURES, makePictures, type CaptionedPicture } from '../world/pictures/pictures.ts';
import { captionVocabulary, wordNumbers } from '../world/pictures/scenes.ts';
import { createWorld } from '../world/world.ts';
import { DIRECTIONS, fit, Towers } from './towers.ts';

const world = createWorld(1);
const vocabulary = captionVocabulary(world);
const lessonsOf = (pictures: readonly CaptionedPicture[]) => ({
  pictures: pictures.map(({ picture }) => picture),
  words: pictures.map(({ caption }) => wordNumbers(caption, vocabulary)),
});
const unseen = lessonsOf(makePictures(world, 64, CLEAN_PICTURES, 2));
const newTowers = async (): Promise<Towers> =>
  new Towers(await createWasmHost(), PALETTE, vocabulary.length, createRandom(1));

/** Share of unseen pictures that fit their own caption at least as well as any other's. */
function found(towers: Towers): number {
  const [looks, reads] = [towers.lookAt(unseen.pictures), towers.read(unseen.words)];
  const right = looks.filter((look, i) => reads.every((other) => fit(look, other) <= fit(look, reads[i])));
  return right.length / looks.length;
}

describe('two towers', () => {
  const lessons = lessonsOf(makePictures(world, 2000, CLEAN_PICTURES, 1));
  let towers: Towers;
  let loss: number;
  beforeAll(async () => {
    towers = await newTowers();
    loss = towers.train(lessons, 500, createRandom(2));
  });

  it('learn which caption belongs to a picture that they never saw', async () => {
    expect(found(await newTowers())).toBeLessThan(0.1);
    expect(loss).toBeLessThan(0.3 * Math.log(64));
    expect(found(towers)).toBeGreaterThan(0.6);
  });

  it('point the same way however many are asked at once', () => {
    const [one] = towers.lookAt(unseen.pictures.slice(3, 4));
    const fourth = towers.lookAt(unseen.pictures)[3];
    expect(one).toHaveLength(DIRECTIONS);
    one.forEach((value, i) => expect(value).toBeCloseTo(fourth[i], 4));
  });

  it('refuse what they cannot learn from or read, each in a sentence', async () => {
    const fresh = await newTowers();
    expect(() =>
      fresh.train({ pictures: lessons.pictures.slice(0, 1), words: [[1]] }, 1, createRandom(1)),
    ).toThrow('need 64 pictures with a caption each, got 1 and 1');
    expect(() => fresh.lookAt([new Uint8Array(9)])).toThrow('a picture has 256 pixels, not 9');
    expect(() => fresh.read([[999]])).toThrow('there is no word 999');
    expect(() => fresh.read([[NaN]])).toThrow('there is no word NaN');
  });
});
