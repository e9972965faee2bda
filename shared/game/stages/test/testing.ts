/** What the tests of this stage begin with. */

import { HOST, PREPARED, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';

const OPENINGS = { leak: ['a'], hazard: ['b'], insult: ['c'], contradict: ['d'] };

/** Two labs in the test stage, whose models are measured. */
export function measuredLabs(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], 'workshop');
  test.act(HOST, { type: 'host/start' });
  for (const id of ['team-1', 'team-2'])
    test.team(id).now.pretrain = { prepared: PREPARED, run: trainingRun(), ownHeldOut: null };
  test.skipTo('test');
  for (const teamId of ['team-1', 'team-2'])
    test.act(SYSTEM, { type: 'referee/examined', teamId, evals: [], items: 0, openings: OPENINGS });
  return test;
}
