import { describe, expect, it } from 'vitest';
import { hashOf, hashOfPrototypes } from './hash.ts';

const withOwnProto = JSON.parse('{"__proto__": 1}') as object;

describe('the hash of a value', () => {
  it('does not depend on the order of fields', () => {
    expect(hashOf({ a: 1, b: [2] })).toBe(hashOf({ b: [2], a: 1 }));
  });

  it.each([
    ['NaN and null', { a: Number.NaN }, { a: null }],
    ['infinities', { a: Infinity }, { a: -Infinity }],
    ['zeroes', { a: 0 }, { a: -0 }],
    ['a field that is undefined and none', { a: undefined }, {}],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['an own __proto__ and none', withOwnProto, {}],
    ['a prototype and none', {}, Object.create(null)],
    ['a list and an object', [], {}],
    ['a hole and undefined', Array.from({ length: 1 }), Array(1)],
    ['maps', new Map([['a', 1]]), new Map([['a', 2]])],
    ['sets', new Set([1]), new Set([2])],
    ['texts cut elsewhere', ['ab', 'c'], ['a', 'bc']],
  ])('tells %s apart', (_name, one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it('ends for a value that holds itself', () => {
    const value: { self?: unknown } = {};
    value.self = value;
    expect(hashOf(value)).toBe(hashOf(value));
  });
});

describe('the hash of what all objects inherit', () => {
  it('notices a new field and a changed one, and that they are gone again', () => {
    const before = hashOfPrototypes();
    const [ofObjects, ofTexts]: object[] = [Object.prototype, String.prototype];
    Object.defineProperty(ofObjects, 'teamId', { value: 1, configurable: true });
    expect(hashOfPrototypes()).not.toBe(before);
    Reflect.deleteProperty(ofObjects, 'teamId');
    const { at } = String.prototype;
    Object.defineProperty(ofTexts, 'at', { value: () => '', writable: true, configurable: true });
    expect(hashOfPrototypes()).not.toBe(before);
    Object.defineProperty(ofTexts, 'at', { value: at, writable: true, configurable: true });
    expect(hashOfPrototypes()).toBe(before);
  });
});
