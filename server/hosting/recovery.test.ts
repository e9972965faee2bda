/** A match of a process that is gone goes on in the next one: in every stage, with its models, and up to what can be read. */

import { afterEach, describe, expect, it } from 'vitest';
import { initialWeights } from '../../shared/lm/init.ts';
import { demonstrationRows } from '../../shared/data/rows.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { isOver } from '../../shared/game/schedule.ts';
import type { Preset } from '../../shared/game/settings.ts';
import { PREPARED, presetWith } from '../../shared/game/testing.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { expectErrors } from '../../tests/server-errors.ts';
import { SYSTEM } from '../match/authority.ts';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '../store/memory.ts';
import { UPDATE_WORK_HERE } from '../match/update-work.ts';
import { openHosted, restoreHosted, type Hosted, type Surroundings } from './hosted.ts';
import { drawSeeds } from './settings.ts';

const HOST = { kind: 'host' } as const;
const MINUTE = 60_000;
/** A stage that shows what came of it needs one more. */
const MOST_SKIPS = 2 * STAGES.length;
let now = 1_000_000;
let opened: Hosted[] = [];

afterEach(async () => {
  await Promise.all(opened.map((hosted) => hosted.leave()));
  opened = [];
});

/** A process on a disk, whose referee never comes to an end. */
function start(disk: MemoryDisk) {
  const store = openMemoryStore(disk, () => now);
  const referee = { forMatch: () => ({ run: () => new Promise<never>(() => undefined) }) };
  const surroundings: Surroundings = { referee, updates: UPDATE_WORK_HERE, store, now: () => now };
  return { ...surroundings, store };
}

async function open(disk: MemoryDisk, preset: Preset = 'short'): Promise<Hosted> {
  const hosted = await openHosted(
    {
      code: 'BOKA42',
      matchId: 'm',
      settings: createSettings(preset, { teamCount: 2, leftOut: [] }),
      seeds: drawSeeds(7),
      teamNames: ['Mudlarks', 'Tin Hat'],
      address: '10.0.0.1',
    },
    start(disk),
  );
  if (!hosted) throw new Error('the code is taken');
  opened.push(hosted);
  for (const [playerId, name] of [
    ['ada-ada-ada-', 'Ada'],
    ['bob-bob-bob-', 'Bob'],
  ] as const) {
    await hosted.service.perform({ type: 'seat/take', playerId, name }, SYSTEM);
    await hosted.service.perform({ type: 'seat/connection', playerId, connected: true }, SYSTEM);
  }
  return hosted;
}

async function goTo(hosted: Hosted, stage: Stage): Promise<void> {
  const { service } = hosted;
  if (stage !== 'lobby') await service.perform({ type: 'host/start' }, HOST, 'start');
  for (let i = 0; service.match.stage !== stage; i++) {
    if (i === MOST_SKIPS) throw new Error(`the match does not come to ${stage}`);
    await service.perform({ type: 'host/skip' }, HOST, `skip ${i}`);
  }
}

/** The process is killed: nothing is closed, and a minute later there is another one. */
async function restart(disk: MemoryDisk, minutes = 1) {
  for (const process of disk.processes) process.isGone = true;
  now += minutes * MINUTE;
  const next = start(disk);
  const [claimed] = await next.store.claimMatches();
  if (!claimed) throw new Error('there is no match to go on with');
  const restored = await restoreHosted(claimed, next);
  if (!('kind' in restored)) opened.push(restored);
  return restored;
}

function playable(restored: Awaited<ReturnType<typeof restart>>): Hosted {
  if ('kind' in restored) throw new Error(`the match is not back: ${restored.kind}`);
  return restored;
}

describe('a match after a restart', () => {
  it.each(STAGES)('is back in the %s stage as it was, with its clock where it stood', async (stage) => {
    const disk = createMemoryDisk();
    const before = await open(disk, presetWith(stage));
    await goTo(before, stage);
    const { match } = before.service;
    const left = match.stageEndsAtMs === null ? null : match.stageEndsAtMs - now;
    const { service } = playable(await restart(disk));
    const hasClock = stage !== 'lobby' && !isOver(match);
    expect(service.match).toEqual({
      ...match,
      sequence: match.sequence + 1,
      pausedAtMs: hasClock ? now - MINUTE : null,
      broughtBack: hasClock ? 'whole' : null,
      players: Object.fromEntries(
        Object.entries(match.players).map(([id, player]) => [
          id,
          { ...player, connected: false, absentSinceMs: now - MINUTE },
        ]),
      ),
    });
    if (!hasClock) return;
    now += 5 * MINUTE;
    expect((await service.perform({ type: 'host/resume' }, HOST, 'resume')).ok).toBe(true);
    expect(service.match.broughtBack).toBeNull();
    if (left !== null) expect((service.match.stageEndsAtMs ?? 0) - now).toBe(left);
  });

  it('knows which moves were made, so that one that is sent again does not count twice', async () => {
    const disk = createMemoryDisk();
    const before = await open(disk);
    await before.service.perform({ type: 'host/lock', locked: true }, HOST, 'lock');
    const { service } = playable(await restart(disk));
    const again = await service.perform({ type: 'host/lock', locked: true }, HOST, 'lock');
    expect(again).toEqual({ ok: true, value: { repeated: true } });
  });

  it('has its models, and trains a round again whose updates went with the process', async () => {
    const disk = createMemoryDisk();
    const before = await open(disk);
    await goTo(before, 'pretrain');
    const { service, models } = before;
    const teamId = 'team-1';
    const tokenizer = trainBpe(['one day the baker of the town sold a bun to the old baker'], 256);
    const config = modelConfig(DEFAULT_SCALE_PLAN, 256);
    const rows = demonstrationRows(
      [{ question: 'who?', answer: 'the baker' }],
      tokenizer,
      config.contextLength,
    );
    const weights = initialWeights(config, 5);
    const next = weights.map((weight) => weight + 1);
    const prepared = {
      prepared: PREPARED,
      config,
      tokenizer: tokenizer.toJSON(),
      rows,
      weights,
      heldOut: [],
    };
    models.prepare(teamId, prepared, { config, tokenizer: tokenizer.toJSON(), weights: next }, 0);
    await service.perform(
      { type: 'round/run', teamId, stage: 'pretrain', rowsTotal: 50, tokensTotal: 5000 },
      SYSTEM,
    );
    models.putWeights(teamId, 'pretrain', 1, next);
    models.putVelocity(teamId, 'pretrain', 1, weights);
    const playerId =
      Object.values(service.match.players).find((player) => player.teamId === teamId)?.id ?? '';
    const shards = [{ playerId, startRow: 0, rowCount: 10, tokens: 1000 }];
    const plan = { shards, plannedSeconds: 3, deadlineMs: now + MINUTE };
    await service.perform({ type: 'round/open', teamId, stage: 'pretrain', ...plan }, SYSTEM);
    const update = { playerId, round: 1, rowsUsed: 10, tokens: 900, trainLoss: 2 };
    await service.perform({ type: 'round/submit', teamId, stage: 'pretrain', ...update }, SYSTEM);

    const after = playable(await restart(disk));
    const run = after.service.match.teams[teamId]?.now.pretrain.run;
    expect(run?.round).toBeNull();
    expect(run?.rowsLeft.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(50);
    const model = after.models.get(teamId);
    expect(model?.tokenizerHash).toBe(tokenizer.hash);
    expect(model?.lastYear?.weights).toEqual(next);
    expect(model?.rows).toEqual({ pretrain: rows, 'fine-tune': null, align: null, test: null });
    expect(after.models.weights(teamId, 'pretrain', 0)).toEqual(weights);
    expect(after.models.weights(teamId, 'pretrain', 1)).toEqual(next);
    expect(after.models.outer(teamId, 'pretrain')).toMatchObject({ version: 1, velocity: weights });
  });

  it('opens up to a move that is damaged, and says so', async () => {
    const errors = expectErrors();
    const disk = createMemoryDisk();
    const before = await open(disk);
    await goTo(before, 'data');
    const { sequence } = before.service.match;
    const last = disk.matches.get('m')?.moves.get(sequence);
    if (last) last.isSound = false;
    const { service } = playable(await restart(disk));
    expect(service.match).toMatchObject({ stage: 'lobby', broughtBack: 'damaged', sequence });
    expect(errors.map(({ message }) => message)).toEqual([
      `match BOKA42 is brought back up to move ${sequence - 1}`,
    ]);
    expect((await service.perform({ type: 'host/start' }, HOST, 'again')).ok).toBe(true);
  });

  it('opens from the snapshot before when the newest is damaged', async () => {
    const disk = createMemoryDisk();
    const before = await open(disk);
    disk.blobs.set('m/snapshots/3', new Uint8Array([1, 2, 3]));
    const { service } = playable(await restart(disk));
    expect(Object.keys(service.match.players)).toEqual(Object.keys(before.service.match.players));
  });

  it('is left alone where other rules wrote it', async () => {
    const disk = createMemoryDisk();
    await open(disk);
    const bytes = disk.blobs.get('m/snapshots/0') ?? new Uint8Array();
    const gunzip = new Response(
      new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip')),
    );
    const older = JSON.stringify({ ...((await gunzip.json()) as object), rulesVersion: RULES_VERSION - 1 });
    const gzip = new Response(new Blob([older]).stream().pipeThrough(new CompressionStream('gzip')));
    disk.blobs.set('m/snapshots/0', new Uint8Array(await gzip.arrayBuffer()));
    expect(await restart(disk)).toEqual({ kind: 'other rules', rulesVersion: RULES_VERSION - 1 });
    expect(disk.matches.get('m')?.moves.size).toBeGreaterThan(0);
  });

  it('is gone where it was over, and leaves nothing behind', async () => {
    const disk = createMemoryDisk();
    const before = await open(disk);
    await before.end();
    expect([disk.matches.size, disk.blobs.size]).toEqual([0, 0]);
    await expect(restart(disk)).rejects.toThrow('no match');
  });
});

describe('the clock of a match', () => {
  it.each([
    ['the process was stopped for twenty seconds', 20_000],
    ["the server's clock was set forward by an hour", 60 * MINUTE],
    ["the server's clock was set back by an hour", -60 * MINUTE],
  ])('has as much time left as before when %s', async (_what, millis) => {
    const hosted = await open(createMemoryDisk());
    await goTo(hosted, 'data');
    const { service } = hosted;
    const left = (): number => (service.shown.stageEndsAtMs ?? 0) - now;
    const before = left();
    now += millis;
    await expect.poll(left).toBe(before);
    expect(service.shown.stage).toBe('data');
  });
});
