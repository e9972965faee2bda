import { beforeEach, describe, expect, it } from 'vitest';
import { flopsPerToken } from '../../../lm/flops.ts';
import { bestPoints, isProbeOverdue, MAX_PROBES, measuredPoints } from './probes.ts';
import { modelConfig } from '../../training/model.ts';
import { PROBE_SHARES, type Probe, type ProbePlan } from './state.ts';
import { HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';

const PLAN: ProbePlan = { size: 'tiny', contextLength: 32, share: 1 / 32 };
let test: TestMatch;
const probes = (): Probe[] => test.team().now.scale.probes;
const first = (): Probe => must(probes()[0]);
const ask = (id: string, plan = PLAN) => test.act(player(id), { type: 'scale/probe', plan });
const probe = (type: 'lay' | 'take' | 'measure' | 'lose', probeId: string, playerId = 'ada') => {
  const about = { teamId: 'team-1', probeId };
  if (type === 'lay') return test.act(SYSTEM, { type: 'probe/lay', ...about, tokens: 1000 });
  if (type === 'take') return test.act(SYSTEM, { type: 'probe/take', ...about, playerId });
  if (type === 'measure') return test.act(SYSTEM, { type: 'probe/measure', ...about, bitsPerByte: 2.5 });
  return test.act(SYSTEM, { type: 'probe/lose', ...about });
};
const fails = (code: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });
/** From the asking to the measure. */
const finish = (id: string): void => {
  for (const step of ['lay', 'take', 'measure'] as const) expect(probe(step, id).ok).toBe(true);
};

beforeEach(() => {
  test = new TestMatch(1, ['ada', 'bo']);
  test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'wasm' });
  test.skipTo('scale');
  test.act(SYSTEM, { type: 'referee/text', teamId: 'team-1', text: { datasets: [] } });
});

describe('a probe', () => {
  it('is asked for, laid out, trained and measured, and its compute is what was really trained', () => {
    expect(ask('ada').ok).toBe(true);
    const asked = first();
    expect(asked.flops).toBeCloseTo((test.match.budgetFlops ?? 0) / 32);
    finish(asked.id);
    const measured = first();
    expect(measured).toMatchObject({ status: 'measured', bitsPerByte: 2.5, tokens: 1000, deadlineMs: null });
    const vocabSize = test.team().now.data.plan?.vocabSize ?? 0;
    const config = {
      architecture: 'transformer',
      contextLength: 32,
      width: 32,
      layers: 1,
      heads: 2,
    } as const;
    expect(measured.flops).toBe(1000 * flopsPerToken({ ...config, vocabSize }));
  });

  it('of a recurrent model is one: its compute is counted by its own shape', () => {
    expect(ask('ada', { ...PLAN, architecture: 'recurrent' }).ok).toBe(true);
    finish(first().id);
    const vocabSize = test.team().now.data.plan?.vocabSize ?? 0;
    const recurrent = modelConfig({ ...PLAN, architecture: 'recurrent' }, vocabSize);
    expect(recurrent.architecture).toBe('gru');
    expect(first().flops).toBe(1000 * flopsPerToken(recurrent));
  });

  it('costs nothing of the big run, and decides nothing', () => {
    const { budgetFlops } = test.match;
    ask('ada');
    finish(first().id);
    expect(test.match.budgetFlops).toBe(budgetFlops);
    expect(test.team().now.scale.plan).toBeNull();
    expect(test.match.stage).toBe('scale');
  });

  it('goes only forward: no step is taken twice or before the one ahead of it', () => {
    ask('ada');
    const { id } = first();
    expect(probe('measure', id)).toEqual(fails('train/stale_round'));
    expect(probe('take', id)).toEqual(fails('train/stale_round'));
    finish(id);
    expect(probe('take', id)).toEqual(fails('train/repeat'));
    expect(probe('measure', id)).toEqual(fails('train/stale_round'));
    expect(probe('lose', id)).toEqual(fails('train/stale_round'));
    expect(first().bitsPerByte).toBe(2.5);
  });

  it('is brought by nobody but who asked for it', () => {
    ask('ada');
    probe('lay', first().id);
    expect(probe('take', first().id, 'bo')).toEqual(fails('scale/no_such_probe'));
  });

  it('is given up when its time is over or its player has gone, but not in a pause', () => {
    ask('ada');
    probe('lay', first().id);
    const late = test.nowMs + 60_000;
    expect(isProbeOverdue(test.match, first(), test.nowMs)).toBe(false);
    expect(isProbeOverdue(test.match, first(), late)).toBe(true);
    test.act(HOST, { type: 'host/pause' });
    expect(isProbeOverdue(test.match, first(), late)).toBe(false);
    test.nowMs = late;
    test.act(HOST, { type: 'host/resume' });
    expect(isProbeOverdue(test.match, first(), late)).toBe(false);
    delete test.match.players['ada'];
    expect(isProbeOverdue(test.match, first(), late)).toBe(true);
  });

  it('that is under way when the stage ends is lost', () => {
    ask('ada');
    probe('lay', first().id);
    test.act(HOST, { type: 'host/skip' });
    expect(first().status).toBe('lost');
    expect(probe('take', first().id)).toEqual(fails('train/stale_round'));
  });
});

describe('a probe is refused', () => {
  it('to a device that cannot train', () => {
    expect(ask('bo')).toEqual(fails('scale/device_cannot_train'));
  });

  it('while the player has one under way', () => {
    ask('ada');
    expect(ask('ada')).toEqual(fails('scale/probe_running'));
  });

  it('before the text is cut, in a pause, and in another stage', () => {
    test.team().now.data.text = null;
    expect(ask('ada')).toEqual(fails('scale/text_not_ready'));
    test.act(HOST, { type: 'host/pause' });
    expect(ask('ada')).toEqual(fails('match/paused'));
    test.act(HOST, { type: 'host/resume' });
    test.act(HOST, { type: 'host/skip' });
    expect(ask('ada')).toEqual(fails('match/wrong_stage'));
  });

  it(`after ${MAX_PROBES} of the team's, lost ones not counted`, () => {
    for (let i = 0; i < MAX_PROBES; i++) {
      ask('ada');
      probe('lose', probes().at(-1)?.id ?? '');
      ask('ada');
      finish(probes().at(-1)?.id ?? '');
    }
    expect(ask('ada')).toEqual(fails('scale/too_many_probes'));
  });
});

it('points are of measured probes only, and the law goes by the best of each compute', () => {
  const some = [
    { flops: 1e10, bitsPerByte: 3 },
    { flops: 1e10, bitsPerByte: 2.8 },
    { flops: 2e10, bitsPerByte: null },
    { flops: 4e10, bitsPerByte: 2 },
  ];
  expect(measuredPoints(some)).toHaveLength(3);
  expect(bestPoints(some)).toEqual([
    { compute: 1e10, loss: 2.8 },
    { compute: 4e10, loss: 2 },
  ]);
});

it('shares differ enough to draw a line through', () => {
  expect(PROBE_SHARES.every((share, i) => i === 0 || share >= 2 * (PROBE_SHARES[i - 1] ?? Infinity))).toBe(
    true,
  );
});
