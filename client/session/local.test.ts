/** A match on this very device, with no network: moves, views and answers come through the transport as they do from a server. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHosted, type Hosted } from '../../server/hosting/hosted.ts';
import { serveInProcess, type InProcess } from '../../server/hosting/in-process.ts';
import { drawSeeds, settingsOf } from '../../server/hosting/settings.ts';
import { UPDATE_WORK_HERE } from '../../server/match/update-work.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import { fillRoute } from './http.ts';
import { localTransport } from './local.ts';
import { Session } from './session.ts';
import type { ClientError } from './errors.ts';
import { TEAM_NAMES } from '../../shared/game/create.ts';
import { ROUTES, type CorpusReply, type DocumentsReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';

const STORIES = ['One hen.', 'Two hens.'];

/** What a referee writes; nothing else is asked of it here. */
const market = {
  reply: { datasets: CORPUS_KINDS.map((kind) => ({ kind, documents: 2, bytes: 20, tokens: {} })) },
  documents: Object.fromEntries(CORPUS_KINDS.map((kind) => [kind, STORIES])),
  decks: {},
};

let hosted: Hosted;
let served: InProcess;

async function open(): Promise<void> {
  const opened = await openHosted(
    {
      code: 'SOLO',
      matchId: 'm',
      settings: settingsOf({ preset: 'short', teamCount: 2 }),
      seeds: drawSeeds(3),
      teamNames: TEAM_NAMES,
      address: '',
    },
    {
      referee: { forMatch: () => ({ run: async () => market as never }) },
      updates: UPDATE_WORK_HERE,
      store: openMemoryStore(),
      now: () => Date.now(),
    },
  );
  if (!opened) throw new Error('the store is not empty');
  hosted = opened;
  served = serveInProcess(hosted, () => 12_345);
}

afterEach(() => hosted.end());

/** Somebody with a seat, and why the session ended, if it has. */
async function sit(name: string): Promise<{ session: Session; id: string; ends: ClientError[] }> {
  const seat = await served.takeSeat({ version: PROTOCOL_VERSION, name });
  if (!seat.ok) throw new Error(seat.error.code);
  const { playerId, seatToken: token } = seat.value;
  const ends: ClientError[] = [];
  const session = new Session(
    { role: 'player', code: 'SOLO', roomId: 'SOLO', token, playerId },
    localTransport(served),
    { onOver: (reason) => void ends.push(reason) },
  );
  expect((await session.connect()).ok).toBe(true);
  return { session, id: playerId, ends };
}

const namesSeenBy = ({ match }: Session): string[] | undefined =>
  match.value?.players.map(({ name }) => name);

describe('a match on this device', () => {
  it('is seen by everybody in it, moves and all', async () => {
    await open();
    const { session: ada } = await sit('Ada');
    const { session: bo } = await sit('Bo');
    expect((await ada.send({ type: 'lobby/rename', name: 'Ada L' })).ok).toBe(true);
    await vi.waitFor(() => expect(namesSeenBy(bo)).toEqual(['Ada L', 'Bo']));
    expect(namesSeenBy(ada)).toEqual(['Ada L', 'Bo']);
  });

  it('shows each player what belongs to the own lab only', async () => {
    await open();
    const { session: ada } = await sit('Ada');
    const { session: bo } = await sit('Bo');
    const ownOf = ({ match }: Session) => match.value?.teams.map(({ own }) => own !== null);
    await vi.waitFor(() => expect(ownOf(ada)).toEqual([true, false]));
    expect(ownOf(bo)).toEqual([false, true]);
  });

  it('counts a move that is sent twice once', async () => {
    await open();
    const { session } = await sit('Ada');
    const token = session.seat?.token ?? '';
    const request = { version: PROTOCOL_VERSION, id: 'm1', move: { type: 'lobby/rename', name: 'Eda' } };
    const before = hosted.service.match.sequence;
    expect(await served.move(token, request)).toEqual({ ok: true });
    expect(await served.move(token, request)).toEqual({ ok: true });
    expect(hosted.service.match.sequence).toBe(before + 1);
  });

  it('answers what a page asks over HTTP elsewhere', async () => {
    await open();
    const { session } = await sit('Ada');
    const page = await session.getJson<DocumentsReply>(
      `${fillRoute(ROUTES.documents, { kind: 'stories' })}?page=7`,
    );
    expect(page.ok && page.value.documents.map(({ text }) => text)).toEqual(STORIES);
    const corpus = await session.getJson<CorpusReply>(fillRoute(ROUTES.corpus, { kind: 'web' }));
    expect(corpus).toEqual({ ok: true, value: { texts: STORIES } });
  });

  it('tells the time, and knows who has gone', async () => {
    await open();
    const { session: ada } = await sit('Ada');
    const { session: bo, id } = await sit('Bo');
    expect(await served.nowMs()).toBe(12_345);
    bo.end();
    await vi.waitFor(() =>
      expect(ada.match.value?.players.find((player) => player.id === id)?.connected).toBe(false),
    );
  });

  it('says goodbye to a player who is removed', async () => {
    await open();
    const { id, ends } = await sit('Ada');
    const move = { type: 'host/remove', playerId: id };
    await served.move(served.hostToken, { version: PROTOCOL_VERSION, id: 'r', move });
    await vi.waitFor(() => expect(ends).toEqual([{ code: 'protocol/bad_token' }]));
  });
});

describe('what comes in is checked as a server checks it', () => {
  const code = (reply: { ok: boolean; error?: { code: string } }): string =>
    reply.ok ? 'ok' : (reply.error?.code ?? '');
  const rename = { type: 'lobby/rename', name: 'Eda' };

  it.each([
    ['no object', null, 'protocol/bad_message'],
    ['another version', { version: PROTOCOL_VERSION + 1, id: 'a', move: rename }, 'protocol/unknown_version'],
    [
      'a move of the server',
      { version: PROTOCOL_VERSION, id: 'a', move: { type: 'clock/expire' } },
      'protocol/bad_message',
    ],
    [
      'a move of the host',
      { version: PROTOCOL_VERSION, id: 'a', move: { type: 'host/start' } },
      'protocol/host_only',
    ],
    [
      'more than a move',
      { version: PROTOCOL_VERSION, id: 'a', move: { ...rename, x: 1 } },
      'protocol/bad_message',
    ],
  ])('a move: %s', async (_what, message, expected) => {
    await open();
    const { session } = await sit('Ada');
    expect(code(await served.move(session.seat?.token ?? '', message))).toBe(expected);
  });

  it.each([
    ['no route', '/api/team/secrets', 'protocol/not_found'],
    ['no place', fillRoute(ROUTES.documents, { kind: 'constructor' }), 'protocol/not_found'],
    ['no number', fillRoute(ROUTES.shard, { stage: 'pretrain', round: 'x' }), 'protocol/bad_message'],
    ['no address', '/api/team/corpus/%E0%A4%A', 'protocol/bad_message'],
    ['too early', ROUTES.tokenizer, 'protocol/not_found'],
  ])('a question: %s', async (_what, path, expected) => {
    await open();
    const { session } = await sit('Ada');
    expect(code(await session.getJson(path))).toBe(expected);
  });

  it('a token: nobody gets in with one that was never given out', async () => {
    await open();
    const stranger = 'x'.repeat(32);
    const nothing = (): void => undefined;
    const options = { version: PROTOCOL_VERSION, token: stranger };
    expect(code(await served.join(options, nothing, nothing))).toBe('protocol/bad_token');
    expect(code(await served.ask(stranger, ROUTES.market))).toBe('protocol/bad_token');
    expect(code(await served.move(stranger, {}))).toBe('protocol/bad_token');
  });

  it('an update: nothing is taken that nobody waits for', async () => {
    await open();
    const { session } = await sit('Ada');
    const path = fillRoute(ROUTES.update, { stage: 'pretrain', round: 1 });
    expect(code(await session.postBytes(path, new Uint8Array(9)))).toBe('train/not_running');
  });
});
