/** Draws values that a validator accepts, by walking its definition: a new move is drawn without a line written for it. */

import * as fc from 'fast-check';
import type { z } from 'zod';

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];
type Check = z.core.$ZodChecks['_zod']['def'] | { check: 'custom' };

/** What is known to be right for a field of this name, such as the ids of the match; empty where nothing is. */
export type Known = (field: string) => readonly unknown[];

export const NOTHING_KNOWN: Known = () => [];

/** A known value is drawn so often for each time that any value of the right form is. */
const KNOWN_WEIGHT = 9;
/** Where a validator sets no bound itself: enough to be surprising, too little to be slow. */
const MOST_CHARACTERS = 40;
const MOST_ITEMS = 8;

function definitionOf(schema: Schema): Definition {
  const { _zod: inner } = schema as z.core.$ZodTypes;
  return inner.def;
}

/** Fails rather than draws something else, so that a new kind of field is noticed. */
function unknownKind(what: string): never {
  throw new Error(`tests/attack/from-validator.ts does not know how to draw ${what} of a validator`);
}

function checksOf(definition: Definition): Check[] {
  const checks = (definition.checks ?? []).map(({ _zod: inner }) => inner.def as Check);
  /* A schema such as z.email() is a check on itself. */
  return 'check' in definition ? [...checks, definition as Check] : checks;
}

function drawString(definition: Definition): fc.Arbitrary<string> {
  let [least, most] = [0, Infinity];
  let isTrimmed = false;
  const patterns: RegExp[] = [];
  for (const check of checksOf(definition)) {
    if (check.check === 'min_length') least = Math.max(least, check.minimum);
    else if (check.check === 'max_length') most = Math.min(most, check.maximum);
    else if (check.check === 'length_equals') least = most = check.length;
    else if (check.check === 'string_format' && check.pattern) patterns.push(check.pattern);
    else if (check.check === 'overwrite') isTrimmed = true;
    else if (check.check !== 'custom') unknownKind(`the check ${check.check}`);
  }
  if (patterns.length === 0) {
    const drawn = fc.string({
      minLength: least,
      maxLength: Math.min(most, least + MOST_CHARACTERS),
      unit: 'binary',
    });
    /* What is cut off at the ends does not count. */
    return isTrimmed ? drawn.filter((text) => text.trim().length >= least) : drawn;
  }
  return fc
    .stringMatching(patterns[0])
    .filter(
      (text) =>
        text.length >= least && text.length <= most && patterns.every((pattern) => pattern.test(text)),
    );
}

function drawNumber(definition: Definition): fc.Arbitrary<number> {
  let [low, high] = [-Number.MAX_VALUE, Number.MAX_VALUE];
  let [minExcluded, maxExcluded] = [false, false];
  let isWhole = false;
  for (const check of checksOf(definition)) {
    if (check.check === 'number_format') isWhole ||= /int/.test(check.format);
    else if (check.check === 'greater_than' && Number(check.value) >= low) {
      [low, minExcluded] = [Number(check.value), !check.inclusive];
    } else if (check.check === 'less_than' && Number(check.value) <= high) {
      [high, maxExcluded] = [Number(check.value), !check.inclusive];
    } else if (!['custom', 'greater_than', 'less_than'].includes(check.check)) {
      unknownKind(`the check ${check.check}`);
    }
  }
  if (!isWhole) {
    return fc.double({ min: low, max: high, minExcluded, maxExcluded, noNaN: true, noDefaultInfinity: true });
  }
  const min = Math.max(Math.ceil(low) + (minExcluded ? 1 : 0), Number.MIN_SAFE_INTEGER);
  return fc.integer({
    min,
    max: Math.min(Math.floor(high) - (maxExcluded ? 1 : 0), Number.MAX_SAFE_INTEGER),
  });
}

function mayBeMissing({ _zod: inner }: Schema): boolean {
  return inner.optin === 'optional';
}

function drawObject(shape: Readonly<Record<string, Schema>>, known: Known): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, draw(field, known, name)]),
  );
  const requiredKeys = Object.keys(shape).filter((name) => !mayBeMissing(shape[name]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

function drawRecord(
  definition: Extract<Definition, { type: 'record' }>,
  known: Known,
  field: string,
): fc.Arbitrary<unknown> {
  const value = draw(definition.valueType, known, field);
  const keys = definitionOf(definition.keyType);
  if (keys.type !== 'enum') {
    const key = draw(definition.keyType, known, field) as fc.Arbitrary<string>;
    return fc.dictionary(key, value, { maxKeys: MOST_ITEMS, noNullPrototype: true });
  }
  const names = Object.values(keys.entries).map(String);
  const isPartial = 'partial' in definition && definition.partial === true;
  return fc.record(Object.fromEntries(names.map((name) => [name, value])), {
    requiredKeys: isPartial ? [] : names,
    noNullPrototype: true,
  });
}

function drawArray(definition: Extract<Definition, { type: 'array' }>, known: Known, field: string) {
  let [minLength, most] = [0, Infinity];
  for (const check of checksOf(definition)) {
    if (check.check === 'min_length') minLength = check.minimum;
    else if (check.check === 'max_length') most = check.maximum;
    else if (check.check === 'length_equals') minLength = most = check.length;
    else if (check.check !== 'custom') unknownKind(`the check ${check.check}`);
  }
  const maxLength = Math.min(most, minLength + MOST_ITEMS);
  return fc.array(draw(definition.element, known, field), { minLength, maxLength });
}

function drawKind(definition: Definition, known: Known, field: string): fc.Arbitrary<unknown> {
  switch (definition.type) {
    case 'object':
      return drawObject(definition.shape, known);
    case 'union':
      return fc.oneof(...definition.options.map((option) => draw(option, known, field)));
    case 'literal':
      return fc.constantFrom(...definition.values);
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries));
    case 'string':
      return drawString(definition);
    case 'number':
      return drawNumber(definition);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'nullable':
      return fc.option(draw(definition.innerType, known, field));
    /* That the whole field may be missing is for the object around it. */
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
      return draw(definition.innerType, known, field);
    /* What comes in is drawn, whatever is made of it. */
    case 'pipe':
      return draw(definition.in, known, field);
    case 'record':
      return drawRecord(definition, known, field);
    case 'array':
      return drawArray(definition, known, field);
    default:
      return unknownKind(`"${definition.type}"`);
  }
}

function draw(schema: Schema, known: Known, field: string): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const anything = drawKind(definition, known, field);
  const hasOwnRule = checksOf(definition).some(({ check }) => check === 'custom');
  const drawn = hasOwnRule ? anything.filter((value) => isAccepted(schema, value)) : anything;
  if (definition.type !== 'string' && definition.type !== 'number') return drawn;
  /* Looked up when a value is drawn, since proposals and pairs come while a match goes on. */
  const fromMatch = fc.nat().map((index): unknown => {
    const fitting = known(field).filter((value) => isAccepted(schema, value));
    return fitting.length > 0 ? fitting[index % fitting.length] : undefined;
  });
  return fc
    .tuple(fc.integer({ min: 0, max: KNOWN_WEIGHT }), fromMatch, drawn)
    .map(([chance, value, other]) => (chance > 0 && value !== undefined ? value : other));
}

export function isAccepted(schema: Schema, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}

/** Values that the validator accepts. */
export function valid(schema: Schema, known: Known = NOTHING_KNOWN): fc.Arbitrary<unknown> {
  return draw(schema, known, '');
}

/** The members of a union of objects, however deep, under what they say of their type. */
export function membersOf(schema: Schema): Map<string, Schema> {
  const definition = definitionOf(schema);
  if (definition.type === 'union') {
    return new Map(definition.options.flatMap((option) => [...membersOf(option)]));
  }
  if (definition.type !== 'object') return unknownKind(`"${definition.type}" as a move`);
  const type = definitionOf(definition.shape.type);
  if (type.type !== 'literal') return unknownKind('a move without a type');
  return new Map(type.values.map((value) => [String(value), schema]));
}

/** The places of a value, each as the keys that lead to it; the value itself is the first. */
export function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  const own = [[...path]];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.keys(value).flatMap((key) => placesOf(Reflect.get(value, key), [...path, key]))];
}
