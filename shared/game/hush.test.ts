/** What the models of a lab say is hidden on every page at once, and shown again. */

import { expect, it } from 'vitest';
import { HUSHED } from './hush.ts';
import { lookUp } from './look-up.ts';
import { recordArena } from './stages/arena/votes.ts';
import { sliceOf } from './slices.ts';
import { connect, twoTeams } from './sync/testing.ts';
import { applyMove } from './apply.ts';
import { codeOf, HOST, must, TestMatch, trainingRun } from './testing.ts';
import { HOUSE_ID } from './stages/arena/state.ts';

it('takes the words out of frames, answers and what stands in the spotlight, and gives them back', () => {
  const match = twoTeams();
  const wire = connect(match);
  const team = must(lookUp(match.teams, 'team-1'));
  const frame = { tokens: 9, samples: [{ prompt: 'One day', text: 'a rude word' }] };
  const answer = { question: '?', base: 'a rude word', tuned: 'a rude word' };
  team.now.pretrain.run = trainingRun({ filmstrip: [frame] });
  team.now['fine-tune'].tuning = {
    inFormShare: 1,
    baseInFormShare: 0,
    answers: [{ ...answer, inForm: true, fault: null, isTrue: false }],
  };
  match.stage = 'arena';
  const card = { criterion: 'kind' as const, referee: null, question: '?', evidence: '' };
  const pair = { ...card, id: 'one', a: 'a rude word', b: 'b', who: { a: 'team-1', b: HOUSE_ID } };
  recordArena({ match, nowMs: 0 }, [pair]);
  sliceOf(match, 'arena').spotlight = { pairId: 'one', side: 'a' };

  const hush = (isHushed: boolean) => {
    const move = { type: 'host/hush', teamId: 'team-1', isHushed } as const;
    applyMove(match, move, { id: `hush ${isHushed}`, actor: HOST, nowMs: 0 });
    return wire.publish();
  };
  expect(JSON.stringify(wire.publish())).toContain('rude');
  const hidden = hush(true);
  expect(JSON.stringify(hidden)).not.toContain('rude');
  expect(JSON.stringify(hidden)).toContain(HUSHED);
  expect(hidden.hushed).toEqual(['team-1']);
  const back = hush(false);
  expect(back.arena?.spotlight?.text).toBe('a rude word');
  expect(back.hushed).toEqual([]);
});

it('is for labs that there are', () => {
  const test = new TestMatch();
  expect(codeOf(test.act(HOST, { type: 'host/hush', teamId: 'team-9', isHushed: true }))).toBe(
    'lobby/no_such_team',
  );
});
