/** Attacks with moves that worked once, each as a short story against a server process. */

import { describe, expect, it } from 'vitest';
import { MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import { enter, joinAs, type Guest } from '../rooms/fake-player.ts';
import { manyAddresses, useStand } from './stand.ts';

const { server, openGame } = useStand(5);

/** Until plain messages have come, and what they did has shown. */
const MESSAGES_MS = 250;
const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

let messages = 0;

/** Makes a move by a plain message: what its handler throws, nobody catches. */
function tell({ room }: Guest, move: unknown): void {
  room.send(MOVE_REQUEST, { version: PROTOCOL_VERSION, id: `plain-${messages++}`, move });
}

/** Asks for a move that its own type forbids. */
function ask(guest: Guest, move: unknown): Promise<string> {
  return guest.move(move as PlayerMove | HostMove);
}

describe("what every object inherits is nobody's lab", () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('called %s', async (teamId) => {
    const host = await openGame(2);
    const ada = await joinAs(server().url, host.code, 'Ada');
    await joinAs(server().url, host.code, 'Bob');
    const answers = [
      await ask(ada, { type: 'lobby/switch-team', teamId }),
      await ask(host, { type: 'host/seat', playerId: ada.id, teamId }),
      await host.move({ type: 'host/start' }),
    ];
    tell(ada, { type: 'auction/bid', coins: 5 });
    tell(ada, { type: 'data/label', kind: 'web', number: 1, verdict: 'keep' });
    tell(ada, { type: 'plan/agree', proposalId: teamId });
    const shape = { size: 'tiny', contextLength: 32 };
    tell(ada, { type: 'scale/probe', plan: { ...shape, share: 0.0625 } });
    tell(ada, { type: 'plan/propose', proposed: { stage: 'scale', plan: shape } });
    await pause(MESSAGES_MS);
    expect((await server().look(host.code)).problems).toEqual([]);
    expect(answers).toEqual([expect.stringContaining('/'), expect.stringContaining('/'), 'ok']);
    expect(await ada.move({ type: 'data/own-text', adds: false })).toBe('ok');
  });

  it('and no player either: nothing that all objects share is changed', async () => {
    const [host, other] = [await openGame(), await openGame()];
    const ada = await joinAs(server().url, other.code, 'Ada');
    await joinAs(server().url, host.code, 'Bob');
    const before = await server().look(host.code);
    for (const playerId of ['__proto__', 'constructor']) {
      for (const move of [
        { type: 'host/rename', playerId, name: 'Polluted' },
        { type: 'host/seat', playerId, teamId: 'team-2' },
        { type: 'host/remove', playerId },
      ]) {
        expect(await ask(host, move)).not.toBe('ok');
        tell(host, move);
      }
    }
    expect(await host.move({ type: 'host/lock', locked: true })).toBe('ok');
    const after = await server().look(host.code);
    expect(after.prototypes).toBe(before.prototypes);
    expect(after.byPeople).toBe(before.byPeople + 1);
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada L' })).toBe('ok');
    expect((await joinAs(server().url, other.code, 'Cy')).view().players).toHaveLength(2);
  });

  it('so that a match never begins without labs', async () => {
    const host = await openGame(2);
    const ada = await joinAs(server().url, host.code, 'Ada');
    await ask(ada, { type: 'lobby/switch-team', teamId: 'valueOf' });
    await host.move({ type: 'host/start' });
    const { teamIds, problems } = await server().look(host.code);
    expect(teamIds).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('a lobby', () => {
  it('has no clock that could be stopped, so that a match does not begin in a pause', async () => {
    const host = await openGame();
    await joinAs(server().url, host.code, 'Ada');
    expect(await host.move({ type: 'host/pause' })).toBe('match/wrong_stage');
    expect((await server().look(host.code)).isPaused).toBe(false);
  });
});

describe('a device', () => {
  it('that is endlessly slow has no endless round', async () => {
    const { code, roomId, seats, hostToken } = await server().open(
      'lobby',
      manyAddresses ? '127.0.7.1' : undefined,
    );
    const ada = await enter(server().url, roomId, seats[0].seatToken);
    const host = await enter(server().url, roomId, hostToken);
    await ada.move({ type: 'lobby/benchmark', tokensPerSecond: Number.MIN_VALUE, backend: 'test' });
    for (const type of ['host/start', 'host/skip', 'host/skip'] as const)
      expect(await host.move({ type })).toBe('ok');
    await host.until('a round', ({ teams }) => teams.some(({ runs: { pretrain } }) => pretrain?.round));
    expect((await server().look(code)).problems).toEqual([]);
  });
});
