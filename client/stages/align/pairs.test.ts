/** New pairs never disturb the one that a player is reading. */

import { describe, expect, it } from 'vitest';
import { mergePairs, nextPair, type RatedPair } from './pairs.ts';

const pair = (id: string, choice: RatedPair['choice'] = null): RatedPair => ({
  id,
  trait: 'kind',
  question: 'How are you?',
  evidence: '',
  a: 'I am well.',
  b: 'I am well, my friend.',
  choice,
});

describe('mergePairs', () => {
  it('keeps the pair on screen and what was rated here', () => {
    const known = [pair('x', 'a'), pair('y')];
    const merged = mergePairs(known, [pair('n'), pair('x'), pair('m'), pair('y')]);
    expect(nextPair(merged)?.id).toBe('y');
    expect(merged.find(({ id }) => id === 'x')?.choice).toBe('a');
    expect(merged).toHaveLength(4);
  });

  it('takes over what the server knows', () => {
    expect(nextPair(mergePairs([], [pair('x', 'skip')]))).toBeNull();
  });
});
