/** Bodies of hostile requests: updates that were tampered with, and what is no body at all. */

import * as fc from 'fast-check';
import { encodeUpdate } from '../../shared/game/wire/update.ts';

/** Bodies beyond the limit of JSON. */
const TOO_LARGE = [70_000, 200_000];
/** Parameters of a small model. */
const PARAMETERS = 200;
/** Lists in lists, in a body: a parser takes far more. */
const DEEP = 500;

/** An update as a device sends it, with some bits flipped, an end cut off, or a header that claims too much. */
export const updates: fc.Arbitrary<Uint8Array> = fc
  .record({
    rowsUsed: fc.nat(64),
    tokens: fc.nat(4_000),
    flips: fc.array(fc.nat(8 * (PARAMETERS + 100)), { maxLength: 6 }),
    kept: fc.integer({ min: 0, max: 100 }),
    headerLength: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 1_025, 65_536, 0xffffffff) },
    ),
  })
  .map(({ rowsUsed, tokens, flips, kept, headerLength }) => {
    const delta = Float32Array.from({ length: PARAMETERS }, (_, index) => Math.sin(index) / 100);
    const bytes = encodeUpdate({ rowsUsed, tokens, trainLoss: 3, millis: 900, delta });
    for (const flip of flips) if (flip >> 3 < bytes.length) bytes[flip >> 3] ^= 1 << (flip & 7);
    if (headerLength !== null) new DataView(bytes.buffer).setUint32(4, headerLength, true);
    return kept > 20 ? bytes : bytes.slice(0, Math.floor((bytes.length * kept) / 20));
  });

/** Nothing, half of something, JSON of chance, bytes of chance, and too much. */
export const oddBodies: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('', '{', '[]', 'null', '"x"', '{"__proto__":{"admin":true}}', '\u0000'),
  },
  { weight: 2, arbitrary: fc.json() },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 4, arbitrary: updates },
  { weight: 1, arbitrary: fc.constant('['.repeat(DEEP) + ']'.repeat(DEEP)) },
  { weight: 1, arbitrary: fc.constantFrom(...TOO_LARGE).map((size) => `{"name":"${'x'.repeat(size)}"}`) },
);
