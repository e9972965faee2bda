/** Spoils what a validator accepts, at one place or more: wrong types, numbers that are none, ids of elsewhere, odd fields. */

import * as fc from 'fast-check';
import type { z } from 'zod';
import { placesOf, valid, type Known } from './from-validator.ts';

/** Beyond every bound of a text, and far below what a socket takes at once. */
const LONG = 3_000;
/** More than a socket or a body may bring, once in a while. */
const TOO_LONG = 70_000;
/** Deeper than anything that is meant, and nowhere near what a parser can take. */
const DEEP = 60;
/** Most places of one value that are spoiled at once. */
const MOST_SPOILINGS = 3;

/** What every object inherits: as an id, each of these seems to be there. */
export const INHERITED: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

const SURPLUS = [...INHERITED, 'prototype', 'type', 'admin', 'version', '0', 'length', 'then', 'toJSON', ''];

/** Texts that stand where an id should. */
export function strangeIds(elsewhere: readonly string[] = []): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...INHERITED) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '.', '..', '../..', 'team-0', 'team-9', 'null', '%00') },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(LONG), '\u202e'.repeat(LONG), '💥'.repeat(LONG)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    ...(elsewhere.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...elsewhere) }] : []),
  );
}

const strangeNumbers = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, -1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53)),
  fc.constantFrom(Number.MAX_VALUE, Number.MIN_VALUE, 1e9 + 1, Number.EPSILON),
  fc.double(),
);

/** A list in a list in a list; made when it is drawn. */
function nested(depth: number, isObject: boolean): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level++) value = isObject ? { value } : [value];
  return value;
}

function strangeValues(elsewhere: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: strangeIds(elsewhere) },
    { weight: 20, arbitrary: strangeNumbers },
    { weight: 16, arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, [], {}, '0', 'NaN') },
    { weight: 4, arbitrary: fc.tuple(fc.nat(DEEP), fc.boolean()).map(([depth, is]) => nested(depth, is)) },
    { weight: 4, arbitrary: fc.nat(LONG).map((length) => Array.from({ length }, () => null)) },
    { weight: 4, arbitrary: fc.anything({ withNullPrototype: false, maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(TOO_LONG)) },
  );
}

type Spoiling =
  | { how: 'replace' | 'add'; where: number; field: string; value: unknown }
  | { how: 'remove'; where: number };

function spoilings(elsewhere: readonly string[]): fc.Arbitrary<Spoiling> {
  const where = fc.nat(1_000);
  const value = strangeValues(elsewhere);
  const field = fc.constantFrom(...SURPLUS);
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ how: fc.constant('replace' as const), where, field, value }) },
    { weight: 2, arbitrary: fc.record({ how: fc.constant('add' as const), where, field, value }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('remove' as const), where }) },
  );
}

/** Sets an own property whatever its name is: an assignment to `__proto__` would set none. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), value);
}

/** Applies one spoiling to a value that may be changed. */
function spoil(value: unknown, drawn: Spoiling): unknown {
  /* A copy: the next spoiling may change what this one brings in. */
  const spoiling = structuredClone(drawn);
  const places = placesOf(value);
  if (spoiling.how === 'add') {
    /* Lists are left alone: a huge `length` would only eat the memory of this side. */
    const objects = places
      .map((path) => at(value, path))
      .filter((place) => typeof place === 'object' && place !== null && !Array.isArray(place));
    const target = objects[spoiling.where % Math.max(1, objects.length)];
    if (target) setOwn(target as object, spoiling.field, spoiling.value);
    return value;
  }
  const path = places[spoiling.where % places.length];
  const key = path.at(-1);
  if (key === undefined) return spoiling.how === 'replace' ? spoiling.value : undefined;
  const parent = at(value, path.slice(0, -1)) as object;
  if (spoiling.how === 'remove') Reflect.deleteProperty(parent, key);
  else setOwn(parent, key, spoiling.value);
  return value;
}

/** What the validator accepts, spoiled; by chance the result may still be acceptable. `elsewhere` are ids of other places. */
export function hostile(
  schema: z.core.$ZodType,
  known: Known,
  elsewhere: readonly string[] = [],
): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid(schema, known), fc.array(spoilings(elsewhere), { minLength: 1, maxLength: MOST_SPOILINGS }))
    .map(([value, list]) => list.reduce(spoil, structuredClone(value)));
}

/** A member of a validator with one text of it replaced by a strange id, and all else right: what gets furthest. */
export function withStrangeIds(
  schema: z.core.$ZodType,
  known: Known,
  elsewhere: readonly string[] = [],
): fc.Arbitrary<unknown> {
  return fc.tuple(valid(schema, known), strangeIds(elsewhere), fc.nat(1_000)).map(([drawn, id, where]) => {
    const value = structuredClone(drawn);
    const texts = placesOf(value).filter(
      (path) => path.length > 0 && /(Id|name|code|token)$/.test(path.at(-1) ?? ''),
    );
    const path = texts[where % Math.max(1, texts.length)];
    if (path) setOwn(at(value, path.slice(0, -1)) as object, path.at(-1) ?? '', id);
    return value;
  });
}
