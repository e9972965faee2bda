import { expect, it } from 'vitest';
import { filmFrames } from './film.ts';

const frame = (tokens: number, ...texts: string[]) => ({
  tokens,
  samples: texts.map((text) => ({ prompt: 'One day', text })),
});
const point = (tokens: number, bitsPerByte: number | null) => ({ tokens, bitsPerByte, trainLoss: 2 });

const RUN = {
  filmstrip: [frame(0, 'zxq'), frame(100, 'the the'), frame(150), frame(200, 'the goat.')],
  curve: [point(0, 5), point(50, null), point(100, 3), point(150, 2.5), point(200, 2)],
  checkpoints: [
    { version: 2, tokens: 100, bitsPerByte: 3, ownBitsPerByte: 3 },
    { version: 4, tokens: 200, bitsPerByte: 2, ownBitsPerByte: 2 },
  ],
  version: 4,
};

it('a film has every answer with its surprise, and knows which weights may be gone back to', () => {
  const frames = filmFrames(RUN);
  expect(frames.map(({ tokens }) => tokens)).toEqual([0, 100, 200]);
  expect(frames.map(({ bitsPerByte }) => bitsPerByte)).toEqual([5, 3, 2]);
  expect(frames.map(({ backTo }) => backTo?.version ?? null)).toEqual([null, 2, null]);
});

it('after going back, the newer checkpoint is gone and the one in use is no place to go back to', () => {
  const frames = filmFrames({ ...RUN, checkpoints: RUN.checkpoints.slice(0, 1), version: 2 });
  expect(frames.map(({ backTo }) => backTo)).toEqual([null, null, null]);
});

it('where the weights of a frame are gone, the ones kept before it serve', () => {
  const frames = filmFrames({ ...RUN, checkpoints: RUN.checkpoints.slice(0, 1) });
  expect(frames.map(({ backTo }) => backTo?.version ?? null)).toEqual([null, 2, 2]);
});
