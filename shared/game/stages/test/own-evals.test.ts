/** Labs' own tests: what is taken, what is refused in words, and who has still to take them. */

import { describe, expect, it } from 'vitest';
import { codeOf, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { testJobs } from './jobs.ts';
import { ownEvalsOf } from './own-evals.ts';
import { MAX_PROBE, MOST_OWN_EVALS, MOST_OWN_PROMPTS } from './state.ts';
import { measuredLabs } from './testing.ts';
import { viewDuel } from './view.ts';
import type { OwnRule } from '../../../evals/own-eval.ts';

const KIND: OwnRule = { kind: 'contains', text: ' friend ' };

const write = (test: TestMatch, prompts: string[], rule = KIND) =>
  codeOf(test.act(player('ada'), { type: 'test/own-eval', prompts, rule }));

describe('a test of a lab’s own', () => {
  it('is taken by the models of all labs, and shown without who wrote it', () => {
    const test = measuredLabs();
    expect(write(test, ['How are \n you?', '  ', 'How are you?', 'Who are you?'])).toBe('ok');
    for (const id of ['team-1', 'team-2'])
      expect(testJobs(test.match, test.team(id))).toEqual({ kind: 'ownEvals', teamId: id });
    const [own] = ownEvalsOf(test.match);
    const found = [{ id: must(own).id, score: { score: 0.5, low: 0.3, high: 0.7 } }];
    test.act(SYSTEM, { type: 'referee/own-evals', teamId: 'team-2', found });
    expect(testJobs(test.match, test.team('team-2'))).toBeNull();
    const duel = must(viewDuel(test.match));
    expect(duel.ownEvals).toMatchObject([
      {
        byTeamId: 'team-1',
        prompts: ['How are you?', 'Who are you?'],
        rule: { kind: 'contains', text: 'friend' },
        scores: { 'team-2': { score: 0.5 } },
      },
    ]);
    expect(JSON.stringify(duel)).not.toContain('ada');
  });

  it('is refused with the reason where it can tell nothing, or is none', () => {
    const test = measuredLabs();
    for (const prompts of [
      [],
      ['  '],
      ['12345'],
      ['x'.repeat(MAX_PROBE + 1)],
      Array.from({ length: MOST_OWN_PROMPTS + 1 }, (_, index) => `Who is number ${index}?`),
    ])
      expect(write(test, prompts)).toBe('test/bad_prompts');
    expect(write(test, ['Who are you?'], { kind: 'contains', text: ' ' })).toBe('test/rule_never_fails');
    expect(write(test, ['Who are you?'], { kind: 'equals', text: '¿Qué?' })).toBe('test/rule_never_passes');
    expect(ownEvalsOf(test.match)).toEqual([]);
    for (let count = 0; count < MOST_OWN_EVALS; count++) expect(write(test, ['Who are you?'])).toBe('ok');
    expect(write(test, ['Who are you?'])).toBe('test/no_own_evals');
  });
});
