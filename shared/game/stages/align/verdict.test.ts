/** Where votes brought nothing, the sentence names the cause that was measured. */

import { describe, expect, it } from 'vitest';
import type { Alignment } from './state.ts';
import { alignVerdict, type AlignVerdict } from './verdict.ts';

const SCORES = { kindShare: 0.05, trueShare: 0.6, inFormShare: 0.95, variety: 0.5 };
const ALIGNMENT = {
  before: SCORES,
  trained: { method: 'pairs', sftWeight: 1, klWeight: 1, pool: 'all', principles: [] },
  taught: { toneVotes: 50, agreement: 1, asked: 256, practised: 140, people: null },
} as const satisfies Partial<Alignment>;

const verdictOf = (change: Partial<Alignment>, after: Partial<typeof SCORES>): AlignVerdict =>
  alignVerdict({ ...ALIGNMENT, ...change }, { after: { ...SCORES, ...change.before, ...after } });

describe('the verdict', () => {
  it('is a rise where more answers are friendly than chance would make', () => {
    expect(verdictOf({}, { kindShare: 0.25 })).toBe('risen');
    expect(verdictOf({}, { kindShare: 0.1 })).toBe('chance');
  });

  it.each<[AlignVerdict, Partial<Alignment>]>([
    ['few_votes', { taught: { ...ALIGNMENT.taught, toneVotes: 4, agreement: null } }],
    ['votes_disagree', { taught: { ...ALIGNMENT.taught, agreement: 0.52 } }],
    ['friendly_before', { before: { ...SCORES, kindShare: 0.8 } }],
    ['out_of_form', { before: { ...SCORES, inFormShare: 0.8 } }],
    ['no_pairs', { taught: { ...ALIGNMENT.taught, practised: 12 } }],
  ])('names %s as the cause', (cause, change) => {
    expect(verdictOf(change, {})).toBe(cause);
  });

  it('says that the reward model was fooled where it learnt by reward and says hardly a sentence any more', () => {
    const trained = { ...ALIGNMENT.trained, method: 'reward', klWeight: 0 } as const;
    expect(verdictOf({ trained }, { kindShare: 0.4, inFormShare: 0.3 })).toBe('hacked');
    expect(verdictOf({ trained, taught: { ...ALIGNMENT.taught, practised: 0 } }, {})).toBe('chance');
  });

  it('tells of principles where the model judged by them, unless it broke', () => {
    const trained = { ...ALIGNMENT.trained, principles: ['short'] } as const;
    expect(verdictOf({ trained }, {})).toBe('judged_itself');
    expect(verdictOf({ trained: { ...trained, sftWeight: 0 } }, { inFormShare: 0.3 })).toBe('let_go');
  });

  it('names the missing hold first where the model broke', () => {
    const trained = { ...ALIGNMENT.trained, sftWeight: 0 } as const;
    expect(verdictOf({ trained }, { inFormShare: 0.3 })).toBe('let_go');
  });
});
