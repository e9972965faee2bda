/** Rules of players' own tests: what passes, and which rules tell nothing. */

import { describe, expect, it } from 'vitest';
import { MAX_RULE_TEXT, passesRule, ruleFault, type OwnRule } from './own-eval.ts';

const rule = (kind: OwnRule['kind'], text = ''): OwnRule => ({ kind, text });

describe('a rule', () => {
  it.each([
    [rule('contains', 'Friend'), 'Dear  friend, good day.', 'Go away.'],
    [rule('lacks', 'potato'), 'Good day.', 'You soggy Potato!'],
    [rule('equals', 'i do not know.'), ' I do  not know. ', 'I do not know it.'],
    [rule('short'), 'The baker.', 'She is the baker of Plimby, and of Nettle too.'],
    [rule('sentence'), 'She bakes.', 'she bakes'],
  ])('%j passes "%s" and not "%s"', (given, good, bad) => {
    expect([passesRule(given, good), passesRule(given, bad)]).toEqual([true, false]);
    expect(ruleFault(given)).toBeNull();
  });

  it('of a short answer wants one', () => {
    expect(passesRule(rule('short'), '  ')).toBe(false);
  });

  it('that every answer passes, or none, tells nothing', () => {
    expect(ruleFault(rule('contains', '  '))).toBe('never_fails');
    expect(ruleFault(rule('lacks'))).toBe('never_passes');
    expect(ruleFault(rule('equals'))).toBe('never_passes');
    expect(ruleFault(rule('contains', 'niño'))).toBe('never_passes');
    expect(ruleFault(rule('lacks', 'niño'))).toBe('never_fails');
    expect(ruleFault(rule('contains', 'x'.repeat(MAX_RULE_TEXT + 1)))).toBe('never_passes');
  });
});
