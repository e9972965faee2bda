/** Labs become as big as each other, with as few moves as that takes. */

import { expect, it } from 'vitest';
import { fixtureMatch } from '../stages/fixture.ts';
import { balancingMoves } from './balancing.ts';

/** Labs of these sizes; the last player of each is away. */
function labs(...sizes: number[]) {
  const match = fixtureMatch('lobby', sizes.length);
  const [model] = match.players;
  match.players = sizes.flatMap((size, lab) =>
    Array.from({ length: size }, (_, at) => ({
      ...model,
      id: `${lab}-${at}`,
      teamId: `t${lab}`,
      connected: at < size - 1,
    })),
  );
  return match;
}

function sizesAfter(...sizes: number[]): number[] {
  const match = labs(...sizes);
  const moved = new Map(balancingMoves(match).map(({ playerId, to }) => [playerId, to]));
  const teamIds = match.players.map(({ id, teamId }) => moved.get(id) ?? teamId);
  return sizes.map((_, lab) => teamIds.filter((id) => id === `t${lab}`).length);
}

it.each([
  [
    [5, 1, 0],
    [2, 2, 2],
  ],
  [
    [4, 4, 1],
    [3, 3, 3],
  ],
  [
    [7, 0],
    [4, 3],
  ],
])('labs of %j become labs of %j', (sizes, after) =>
  expect(sizesAfter(...sizes).toSorted()).toEqual(after.toSorted()),
);

it('nothing is moved where labs differ by one, and those who are away move first', () => {
  expect(balancingMoves(labs(3, 2, 2))).toEqual([]);
  expect(balancingMoves(labs(3, 1))).toEqual([{ playerId: '0-2', from: 't0', to: 't1' }]);
});
