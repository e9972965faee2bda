/** Only a winner goes into the hall, put there by its own people or the host, and never with what a person wrote. */

import { beforeEach, describe, expect, it } from 'vitest';
import { seasonOf } from '../ratings/rate.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import { ok } from '../../shared/game/result.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import { codeOf, must, TestMatch, trainingRun } from '../../shared/game/testing.ts';
import type { HostedMatch } from '../matchmaking/directory.ts';
import { openMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/ports.ts';
import {
  cardFor,
  enterHall,
  labsInHall,
  leaveHall,
  reportInHall,
  reportsOfTalk,
  voiceInHall,
} from './hall.ts';

const NOW_MS = Date.parse('2026-11-30T05:00:00Z');
const DEVICE = 'a'.repeat(32);

let test: TestMatch;
let store: Store;
const enter = (playerId: string | null, roomId = 'room') =>
  enterHall(
    store,
    {
      service: { shown: test.match },
      roomId,
      finals: {
        model: async () => ok(new Uint8Array([1, 2, 3])),
        tokenizer: async () => ok({ merges: [] }),
      },
    } as unknown as HostedMatch,
    playerId === null ? { kind: 'host' } : { kind: 'player', playerId },
    DEVICE,
    NOW_MS,
  );

beforeEach(() => {
  store = openMemoryStore();
  test = new TestMatch(2, ['ada', 'bo']).skipTo('debrief');
  for (const [index, team] of Object.values(test.match.teams).entries()) {
    team.now.pretrain.run = trainingRun();
    team.now.debrief.score = { total: 60 - 10 * index } as TeamScore;
  }
});

describe('the hall', () => {
  it('takes the winner from its own people and from the host, once, with its model', async () => {
    expect(codeOf(await enter('bo'))).toBe('hall/not_yours');
    const [first, again] = [await enter('ada'), await enter(null)];
    expect(again).toEqual(first);
    const [lab, ...others] = await labsInHall(store, NOW_MS);
    expect(others).toEqual([]);
    expect(must(lab)).toMatchObject({ season: seasonOf(NOW_MS), total: 60 });
    expect(JSON.parse(must(lab).card)).toMatchObject({ name: 'Mudlarks', manner: 'continue' });
    expect(must(await voiceInHall(store, must(lab).id)).model).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('takes none before the last test is marked, and none that learned a text of somebody', async () => {
    test.team('team-2').now.debrief.score = null;
    expect(codeOf(await enter('ada'))).toBe('hall/not_yet');
    test.team('team-2').now.debrief.score = { total: 1 } as TeamScore;
    sliceOf(test.match, 'data').ownTextTeamIds.push('team-1');
    expect(codeOf(await enter(null))).toBe('hall/own_text');
    test.match.stage = 'arena';
    expect(codeOf(await enter(null))).toBe('match/wrong_stage');
  });

  it('hides an answer from whoever reports it at once, and from all once two have', async () => {
    const card = (answers: string[]) => ({
      answers: answers.map((question) => ({ question, answer: 'no' })),
    });
    const lab = { id: 'f'.repeat(24), season: seasonOf(NOW_MS), owner: 'ada', total: 1, enteredAtMs: 1 };
    await store.putHallLab({ ...lab, card: JSON.stringify(card(['Why?', 'Who?'])) }, 9);
    const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(32));
    const seenBy = async (device = '') =>
      cardFor(must(await store.hallLab(lab.id)), device).answers.map(({ question }) => question);
    const report = (device = '', question = 'Why?') => reportInHall(store, lab.id, { device, question });
    expect([await report(first), await report(first)]).toEqual([true, true]);
    expect([await seenBy(first), await seenBy(second)]).toEqual([['Who?'], ['Why?', 'Who?']]);
    expect(await report(second)).toBe(true);
    expect(await seenBy(third)).toEqual(['Who?']);
    expect(JSON.stringify(cardFor(must(await store.hallLab(lab.id)), third ?? ''))).not.toContain('reports');
    expect(await report(third, 'Nobody asked this?')).toBe(false);
  });

  it('counts the devices that report what a model said to them, and hides nothing from others for it', async () => {
    expect(codeOf(await enter('ada'))).toBe('ok');
    const own = async () => must((await labsInHall(store, NOW_MS))[0]);
    const before = cardFor(await own(), '');
    for (const digit of ['1', '2', '2'])
      expect(await reportInHall(store, (await own()).id, { device: digit.repeat(32), question: null })).toBe(
        true,
      );
    expect(reportsOfTalk(await own())).toBe(2);
    expect(cardFor(await own(), '')).toEqual(before);
  });

  it('keeps no model of a lab that had to go or was taken out by its owner', async () => {
    for (let room = 0; room < 51; room++) {
      test.team('team-1').now.debrief.score = { total: 60 + room } as TeamScore;
      expect(codeOf(await enter('ada', `room-${room}`))).toBe('ok');
    }
    expect(await labsInHall(store, NOW_MS)).toHaveLength(50);
    expect(await store.blobs.list('hall/')).toHaveLength(100);
    test.team('team-1').now.debrief.score = { total: 55 } as TeamScore;
    expect(codeOf(await enter('ada', 'worst'))).toBe('hall/full');
    const [best] = await labsInHall(store, NOW_MS);
    expect(await leaveHall(store, must(best).id, 'b'.repeat(32))).toBe(false);
    expect(await leaveHall(store, must(best).id, DEVICE)).toBe(true);
    expect(await store.blobs.list('hall/')).toHaveLength(98);
    expect(await voiceInHall(store, must(best).id)).toBeNull();
  });
});
