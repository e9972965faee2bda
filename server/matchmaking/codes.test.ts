import { describe, expect, it } from 'vitest';
import { makeCode, tidyCode } from './codes.ts';
import { makeToken } from '../match/random-ids.ts';

describe('join codes', () => {
  it('are four letters to say aloud and two digits, without look-alikes', () => {
    for (let i = 0; i < 200; i++) expect(makeCode(() => false)).toMatch(/^[B-Z][AEOU][B-Z][AEOU][2-9]{2}$/);
  });

  it('are never given out twice', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 500; i++) taken.add(makeCode((code) => taken.has(code)));
    expect(taken.size).toBe(500);
  });

  it('are read as people type them', () => {
    expect(tidyCode(' boka-42 ')).toBe('BOKA42');
  });
});

describe('tokens', () => {
  it('are long, and different every time', () => {
    const tokens = Array.from({ length: 100 }, makeToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
  });
});
