/** A match that is over is played again from what the server has written down, and is the same at every moment. */

import { afterEach, describe, expect, it } from 'vitest';
import { openHosted, restoreHosted, type Hosted, type Surroundings } from '../../server/hosting/hosted.ts';
import { QUESTIONS } from '../../server/hosting/team-routes.ts';
import { drawSeeds } from '../../server/hosting/settings.ts';
import type { TokenOwner } from '../../server/hosting/token-owner.ts';
import { SYSTEM } from '../../server/match/authority.ts';
import { unpackJson } from '../../server/match/packed-json.ts';
import { UPDATE_WORK_HERE } from '../../server/match/update-work.ts';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '../../server/store/memory.ts';
import type { Recording } from '../../shared/game/journal.ts';
import type { Match } from '../../shared/game/match.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { codeOf } from '../../shared/game/testing.ts';
import { createMatchState } from '../../shared/game/sync/project.ts';
import { readView } from '../../shared/game/sync/view.ts';
import { unknownTo } from '../../shared/game/left-out.ts';
import { STAGES as ALL_STAGES } from '../../shared/game/stages/registry.ts';
import { ROUTES, type ArenaReply } from '../../shared/game/wire/routes.ts';
import { rankTeams } from '../stages/debrief/rank.ts';
import { fixtureMatch } from '../stages/fixture.ts';
import { createPlayback, LONGEST_WAIT_MS } from './playback.ts';
import { replayTransport } from './replay-transport.ts';

const HOST = { kind: 'host' } as const;
const MINUTE = 60_000;
/** Those of a short match. */
const STAGES = ALL_STAGES.filter((stage) => !unknownTo('short').includes(stage));
let now = 1_000_000;
let opened: Hosted[] = [];
afterEach(async () => {
  await Promise.all(opened.map((hosted) => hosted.leave()));
  opened = [];
});

/** A process on a disk, whose referee never comes to an end. */
function start(disk: MemoryDisk): Surroundings {
  const referee = { forMatch: () => ({ run: () => new Promise<never>(() => undefined) }) };
  return { referee, updates: UPDATE_WORK_HERE, store: openMemoryStore(disk, () => now), now: () => now };
}

/** A match of two labs in the lobby. */
async function open(disk: MemoryDisk, preset: 'short' | 'long' = 'short', survey = false): Promise<Hosted> {
  const settings = createSettings(preset, { teamCount: 2, survey, leftOut: [] });
  const names = { code: 'BOKA42', matchId: 'm', teamNames: ['Mudlarks', 'Tin Hat'], address: '10.0.0.1' };
  const hosted = await openHosted({ ...names, settings, seeds: drawSeeds(7) }, start(disk));
  if (!hosted) throw new Error('the code is taken');
  opened.push(hosted);
  for (const [playerId, name] of [
    ['ada-ada-ada-', 'Ada'],
    ['bob-bob-bob-', 'Bob'],
  ] as const) {
    now += 1000;
    await hosted.service.perform({ type: 'seat/take', playerId, name }, SYSTEM);
    await hosted.service.perform({ type: 'seat/connection', playerId, connected: true }, SYSTEM);
  }
  return hosted;
}

/** Skips through everything, a minute in each stage, with a vote in the arena, and a sealed test at the end. */
async function playOn({ service }: Hosted): Promise<void> {
  if (service.match.stage === 'lobby') await service.perform({ type: 'host/start' }, HOST);
  while (service.match.stage !== 'debrief') {
    now += MINUTE;
    if (service.match.stage === 'arena') {
      const card = {
        criterion: 'kind',
        question: '?',
        evidence: '',
        a: 'yes',
        b: 'no',
        referee: null,
      } as const;
      const pairs = [{ ...card, id: 'pair', who: { a: 'team-1', b: 'team-2' } }];
      service.submit({ type: 'referee/arena', pairs }, SYSTEM);
      await service.perform({ type: 'host/vote', pairId: 'pair', choice: 'b' }, HOST);
    }
    await service.perform({ type: 'host/skip' }, HOST);
  }
  const made = fixtureMatch('debrief').teams.map(({ debrief }) => debrief?.results);
  for (const [index, teamId] of ['team-2', 'team-1'].entries()) {
    const results = made[index];
    if (results) service.submit({ type: 'referee/final', teamId, results }, SYSTEM);
  }
  await service.written();
}

/** With all moves until now: the server notes by itself that its clock has jumped. */
async function recordingOf(hosted: Hosted): Promise<Recording> {
  for (;;) {
    const packed = await hosted.recording();
    if (!packed.ok) throw new Error(packed.error.code);
    const recording = (await unpackJson(packed.value)) as Recording;
    if (recording.moves.at(-1)?.sequence === hosted.service.shown.sequence) return recording;
  }
}

/** As a recording tells of it: nobody has a name. */
function unnamed(match: Match): Match {
  const players = Object.entries(structuredClone(match.players)).map(([id, player], index) => [
    id,
    { ...player, name: `P${index + 1}` },
  ]);
  return { ...structuredClone(match), players: Object.fromEntries(players) as Match['players'] };
}

describe('a match that is played again', () => {
  it('ends as it ended: in the same ranking, and in all else', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const playback = createPlayback(await recordingOf(hosted));
    const shown = unnamed(hosted.service.shown);
    const live = readView(createMatchState(shown));
    const view = playback.goTo(playback.lengthMs);
    const ranking = (of: typeof view) =>
      rankTeams(of.teams).map(({ team, rank, total }) => [team.name, rank, total]);
    expect(ranking(view)).toEqual(ranking(live));
    expect(ranking(view)[0]).toEqual(['Tin Hat', 1, expect.any(Number)]);
    expect(playback.match).toEqual(shown);
    expect(view).toEqual(live);
    expect(playback.isWhole).toBe(true);
  });

  it('is at every stage as it was there, forwards and backwards', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const playback = createPlayback(await recordingOf(hosted));
    expect(playback.marks.map(({ stage }) => stage)).toEqual(STAGES);
    const there = playback.marks.map(({ atMs }) => structuredClone(playback.goTo(atMs)));
    expect(there.map(({ stage }) => stage)).toEqual(STAGES);
    const back = playback.marks.toReversed().map(({ atMs }) => structuredClone(playback.goTo(atMs)));
    expect(back.toReversed()).toEqual(there);
  });

  it('shows long waits for ten seconds, while its clock goes on as it went', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const playback = createPlayback(await recordingOf(hosted));
    const [data, scale] = playback.marks.slice(1);
    expect((scale?.atMs ?? 0) - (data?.atMs ?? 0)).toBe(LONGEST_WAIT_MS);
    const left = (ms: number): number => (playback.goTo(ms).stageEndsAtMs ?? 0) - playback.clockAt(ms);
    expect(left(data.atMs) - left(data.atMs + 4000)).toBe(4000);
  });

  it('goes through both years of a long match', async () => {
    const hosted = await open(createMemoryDisk(), 'long');
    await playOn(hosted);
    await hosted.service.perform({ type: 'host/skip' }, HOST);
    await playOn(hosted);
    const playback = createPlayback(await recordingOf(hosted));
    expect(playback.marks.at(-1)).toMatchObject({ stage: 'debrief', generation: 2 });
    expect(playback.goTo(playback.lengthMs).teams.map(({ past }) => past.length)).toEqual([1, 1]);
  });

  it('is there after a restart of the server, which is part of it', async () => {
    const disk = createMemoryDisk();
    const hosted = await open(disk);
    await hosted.service.perform({ type: 'host/start' }, HOST);
    for (const process of disk.processes) process.isGone = true;
    now += MINUTE;
    const next = start(disk);
    const [claimed] = await next.store.claimMatches();
    const restored = await restoreHosted(claimed, next);
    if ('kind' in restored) throw new Error(restored.kind);
    opened.push(restored);
    await restored.service.perform({ type: 'host/resume' }, HOST);
    await playOn(restored);
    const playback = createPlayback(await recordingOf(restored));
    playback.goTo(playback.lengthMs);
    expect(playback.match).toEqual(unnamed(restored.service.shown));
  });

  it('keeps hidden from the beginning what was hidden in the end', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    await hosted.service.perform({ type: 'host/hush', teamId: 'team-1', isHushed: true }, HOST);
    const ada = { kind: 'player', playerId: 'ada-ada-ada-' } as const;
    await hosted.service.perform({ type: 'text/report', pairId: 'pair' }, ada);
    await hosted.service.perform({ type: 'host/judge-report', pairId: 'pair', isForAll: true }, HOST);
    const playback = createPlayback(await recordingOf(hosted));
    expect(playback.marks.map(({ atMs }) => playback.goTo(atMs).hushed)).toEqual(
      STAGES.map(() => ['team-1']),
    );
    expect(playback.marks.map(({ atMs }) => playback.goTo(atMs).reported)).toEqual(
      STAGES.map(() => ['pair']),
    );
  });

  it('stops where a move can not be played, and says so', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const { begin, moves } = await recordingOf(hosted);
    const wrong = moves.map((move, index) => (index === 8 ? { ...move, json: '{}' } : move));
    const playback = createPlayback({ begin, moves: wrong });
    expect(playback.isWhole).toBe(false);
    expect(playback.goTo(playback.lengthMs).stage).not.toBe('debrief');
    expect(playback.match.sequence).toBe(8);
  });
});

describe('a recording', () => {
  it("is nobody's before the match is over", async () => {
    const hosted = await open(createMemoryDisk(), 'long');
    expect(codeOf(await hosted.recording())).toBe('match/wrong_stage');
    await playOn(hosted);
    expect(codeOf(await hosted.recording())).toBe('match/wrong_stage');
  });

  it("is the host's alone", async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const seats = [
      { kind: 'player', playerId: 'ada-ada-ada-' },
      { kind: 'audience', watcherId: 'eve' },
    ] as const;
    for (const seat of seats)
      await expect(QUESTIONS[ROUTES.recording]({ hosted, seat }, {}, {})).rejects.toMatchObject({
        error: { code: 'protocol/host_only' },
      });
  });

  it('tells nobody who voted what: no name is in it, whatever they were called on the way', async () => {
    const hosted = await open(createMemoryDisk());
    const { service } = hosted;
    const ada = { kind: 'player', playerId: 'ada-ada-ada-' } as const;
    const named = [
      await service.perform({ type: 'lobby/rename', name: 'Adele' }, ada),
      await service.perform({ type: 'host/rename', playerId: ada.playerId, name: 'Adelaide' }, HOST),
    ];
    expect(named.map(codeOf)).toEqual(['ok', 'ok']);
    await playOn(hosted);
    const recording = await recordingOf(hosted);
    expect(JSON.stringify(recording)).not.toMatch(/Adel|Bob\b/);
    const playback = createPlayback(recording);
    expect(playback.isWhole).toBe(true);
    const { players } = playback.goTo(playback.lengthMs);
    expect(players.map(({ name }) => name)).toEqual(['P1', 'P2']);
  });

  it('tells nobody who has answered what', async () => {
    const hosted = await open(createMemoryDisk(), 'short', true);
    const { service } = hosted;
    const ada = { kind: 'player', playerId: 'ada-ada-ada-' } as const;
    const move = { type: 'survey/answer', question: 'wrong', text: 'It is a fool.' } as const;
    expect(codeOf(await service.perform(move, ada))).toBe('ok');
    const rude = { ...move, question: 'next', text: 'f​uck' } as const;
    expect(codeOf(await service.perform(rude, ada))).toBe('talk/rude_text');
    await playOn(hosted);
    const mark = {
      type: 'host/survey-mark',
      sheetId: 0,
      time: 'before',
      row: 'mind',
      isMarked: true,
    } as const;
    expect(codeOf(await service.perform(mark, HOST))).toBe('ok');
    const ask = (seat: TokenOwner) => QUESTIONS[ROUTES.survey]({ hosted, seat }, {}, {});
    expect(ask(ada)).toMatchObject({ json: { own: { before: { wrong: 'It is a fool.' } }, sheets: [] } });
    const read = JSON.stringify(ask({ kind: 'host' }));
    expect(read).toContain('It is a fool.');
    expect(read).not.toContain('ada');
    expect(() => ask({ kind: 'audience', watcherId: 'eve' })).toThrow();
    const recording = await recordingOf(hosted);
    expect(JSON.stringify(recording)).not.toContain('fool');
    const playback = createPlayback(recording);
    expect(playback.isWhole).toBe(true);
    expect(playback.goTo(playback.lengthMs).survey).toMatchObject({ before: 0, after: 0 });
  });

  it('of a match whose beginning is not kept any more is refused', async () => {
    const disk = createMemoryDisk();
    const hosted = await open(disk);
    await playOn(hosted);
    disk.blobs.delete('m/snapshots/0');
    expect(codeOf(await hosted.recording())).toBe('match/not_recorded');
  });
});

describe('the line to a match that is over', () => {
  it('shows what the projector may have, and takes no move', async () => {
    const hosted = await open(createMemoryDisk());
    await playOn(hosted);
    const playback = createPlayback(await recordingOf(hosted));
    const transport = replayTransport(playback);
    const views: string[] = [];
    const listener = {
      onView: ({ stage }: { stage: string }) => views.push(stage),
      onGoodbye() {},
      onLost() {},
    };
    const seat = { code: 'BOKA42', roomId: 'm', token: 'token' };
    const line = await transport.join(seat, listener);
    if (!line.ok) throw new Error('no line');
    const move = { version: 1, id: 'id', move: { type: 'host/skip' } } as const;
    expect(await line.value.request(move)).toMatchObject({ ok: false });
    const call = { ...seat, signal: new AbortController().signal };
    const arena = playback.marks.find(({ stage }) => stage === 'arena');
    transport.show((arena?.atMs ?? 0) + LONGEST_WAIT_MS - 1);
    transport.show((arena?.atMs ?? 0) + LONGEST_WAIT_MS - 1);
    expect(views).toEqual(['lobby', 'arena']);
    const closed = await transport.getJson<ArenaReply>(ROUTES.arena, call);
    expect(closed.ok && closed.value.pairs.map(({ reveal }) => reveal)).toEqual([]);
    transport.show(playback.lengthMs);
    const told = await transport.getJson<ArenaReply>(ROUTES.arena, call);
    expect(told.ok && told.value.pairs.map(({ reveal }) => reveal?.tally)).toEqual([{ a: 0, b: 1, tie: 0 }]);
    expect((await transport.getBytes(ROUTES.recording, call)).ok).toBe(false);
  });
});
