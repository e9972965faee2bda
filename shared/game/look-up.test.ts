/** A record by id knows its own entries only, whatever the id is called. */

import { describe, expect, it } from 'vitest';
import { lookUp, put, takeOut } from './look-up.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);

describe('looking up', () => {
  it.each([...INHERITED, '', 'bo'])('%j finds nothing that was not entered', (id) => {
    expect(lookUp({ ada: 1 }, id)).toBeUndefined();
  });

  it('finds what was entered', () => {
    expect(lookUp({ ada: 1 }, 'ada')).toBe(1);
  });
});

describe('entering and taking out', () => {
  it.each([...INHERITED, '', 'bo'])('%j concerns this record alone', (id) => {
    const record: Record<string, { name: string }> = {};
    put(record, id, { name: 'first' });
    put(record, id, { name: 'second' });
    expect(Object.keys(record)).toEqual([id]);
    expect(lookUp(record, id)).toEqual({ name: 'second' });
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect('name' in {}).toBe(false);
    takeOut(record, id);
    expect(lookUp(record, id)).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(INHERITED);
  });

  it('survives a copy and the journal', () => {
    const record: Record<string, number> = {};
    put(record, '__proto__', 7);
    expect(lookUp(structuredClone(record), '__proto__')).toBe(7);
    expect(lookUp(JSON.parse(JSON.stringify(record)) as typeof record, '__proto__')).toBe(7);
  });
});
