import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMatchBody, takeSeatBody } from '../../shared/game/wire/bodies.ts';
import {
  audienceMove,
  hostMove,
  joinOptions,
  moveRequest,
  playerMove,
} from '../../shared/game/wire/messages.ts';
import { isAccepted, membersOf, NOTHING_KNOWN, valid } from './from-validator.ts';
import { hostile, INHERITED } from './hostile.ts';

/** Enough that a bound that is off by one is met. */
const RUNS = 150;
const moves = [playerMove, audienceMove, hostMove].flatMap((validator) => [...membersOf(validator)]);

/** The types of drawn moves, hostile ones too where they still have one. */
function typesIn(drawn: readonly unknown[]): Set<unknown> {
  return new Set(drawn.map((value) => (value as { move?: { type?: unknown } } | null)?.move?.type));
}

describe('what a validator accepts', () => {
  it.each(moves)('is drawn for %s', (_type, schema) => {
    fc.assert(
      fc.property(valid(schema), (move) => isAccepted(schema, move)),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a request', moveRequest],
    ['a new match', createMatchBody],
    ['a seat', takeSeatBody],
    ['joining', joinOptions],
    ['numbers with ends that are not taken', z.number().gt(0).lt(1)],
    ['whole numbers with such ends', z.int().gt(0).lt(3)],
    ['texts of a form', z.string().regex(/^team-[1-8]$/)],
    [
      'texts of a form and a size',
      z
        .string()
        .regex(/^[\w-]+$/)
        .min(3)
        .max(5),
    ],
    [
      'texts that become something else',
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    ['lists', z.array(z.literal(1)).min(2).max(3)],
    ['records', z.record(z.string(), z.boolean().nullable())],
    [
      'a rule of its own',
      z
        .number()
        .int()
        .min(0)
        .max(9)
        .refine((value) => value % 2 === 1),
    ],
  ])('is drawn for %s', (_name, schema) => {
    fc.assert(
      fc.property(valid(schema), (value) => isAccepted(schema, value)),
      { numRuns: RUNS },
    );
  });

  it('is every move there is, by chance alone', () => {
    const types = typesIn(fc.sample(valid(moveRequest), { numRuns: 2_000, seed: 1 }));
    expect([...types].toSorted()).toEqual(moves.map(([type]) => type).toSorted());
    expect(types.size).toBeGreaterThan(15);
  });

  it('holds the ids that are known, where they fit', () => {
    const known = (field: string): string[] =>
      field === 'teamId' ? ['team-2', 'much too long'.repeat(9)] : [];
    const seat = z.strictObject({ teamId: z.string().min(1).max(40), playerId: z.string().max(3) });
    const drawn = fc.sample(valid(seat, known), { numRuns: 100, seed: 1 }) as z.infer<typeof seat>[];
    const hits = drawn.filter(({ teamId }) => teamId === 'team-2').length;
    expect(hits).toBeGreaterThan(70);
    expect(hits).toBeLessThan(100);
  });

  it('is not guessed for a kind of field that is new here', () => {
    expect(() => valid(z.strictObject({ when: z.date() }))).toThrow('does not know how to draw "date"');
    expect(() => valid(z.number().multipleOf(3))).toThrow('does not know how to draw');
  });
});

describe('what is hostile', () => {
  const drawn = fc.sample(hostile(moveRequest, NOTHING_KNOWN, ['team-of-others']), {
    numRuns: 3_000,
    seed: 1,
  });
  const texts = drawn.map((value) => JSON.stringify(value) ?? '');

  it('is mostly refused, for every move there is', () => {
    const refused = drawn.filter((value) => !isAccepted(moveRequest, value));
    expect(refused.length).toBeGreaterThan(0.7 * drawn.length);
    for (const [type] of moves) expect(typesIn(refused)).toContain(type);
  });

  it('holds what every object inherits, ids of elsewhere, long texts and own fields named __proto__', () => {
    for (const name of INHERITED) expect(texts.some((text) => text.includes(`:"${name}"`))).toBe(true);
    expect(texts.some((text) => text.includes('"team-of-others"'))).toBe(true);
    expect(texts.some((text) => text.length > 65_536)).toBe(true);
    expect(texts.some((text) => text.includes('"__proto__":'))).toBe(true);
  });
});
