/** The host's clock: commands are for the stage that was on the screen, and time that is given is time had. */

import { describe, expect, it } from 'vitest';
import { HOST_GONE_SECONDS, isHostMissing } from './course.ts';
import { sliceOf } from './slices.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { codeOf, HOST, must, player, SYSTEM, TestMatch } from './testing.ts';

const decide = { type: 'plan/propose', proposed: { stage: 'scale', plan: DEFAULT_SCALE_PLAN } } as const;
const leftMs = ({ match, nowMs }: TestMatch): number => must(match.stageEndsAtMs) - nowMs;

const graceMs = ({ match }: TestMatch): number => match.settings.graceSeconds * 1000;

describe('the clock', () => {
  it('has 90 seconds after 30 were left, a pause of five minutes, and one minute more', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.nowMs += leftMs(test) - 30_000;
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 300_000;
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    test.act(HOST, { type: 'host/resume' });
    expect(leftMs(test)).toBe(90_000);
  });

  it('gives the auction the same time as the stage that it is part of', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    const closes = must(sliceOf(test.match, 'data').auction.closesAtMs);
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    expect(sliceOf(test.match, 'data').auction.closesAtMs).toBe(closes + 60_000);
  });

  it('lasts as long as the host says, although all have decided', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(player('ada'), decide);
    expect(leftMs(test)).toBe(graceMs(test));
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    expect(leftMs(test)).toBe(graceMs(test) + 60_000);
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true });
    expect(leftMs(test)).toBe(graceMs(test) + 60_000);
  });

  it('leaves at least the minute that was given, when all decide after that', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    test.nowMs += 10_000;
    test.act(player('ada'), decide);
    expect(leftMs(test)).toBe(50_000);
    test.act(HOST, { type: 'host/skip' });
    test.act(HOST, { type: 'host/pause' });
    expect(test.match.heldUntilMs).toBeNull();
  });
});

describe('a command of the host', () => {
  it('is for the stage that was on the screen, and for no other', () => {
    const test = new TestMatch(1, ['ada']).skipTo('data');
    const skip = { type: 'host/skip', step: '1.data' } as const;
    test.act(HOST, skip);
    expect(test.match.stage).toBe('scale');
    expect(codeOf(test.act(HOST, skip))).toBe('match/other_stage');
    expect(codeOf(test.act(HOST, { type: 'host/extend', seconds: 60, step: '1.data' }))).toBe(
      'match/other_stage',
    );
    expect(test.match.stage).toBe('scale');
    expect(codeOf(test.act(HOST, { type: 'host/extend', seconds: 60, step: '1.scale' }))).toBe('ok');
  });
});

describe('the address for phones', () => {
  it('is one of those that there are, and the host chooses', () => {
    const test = new TestMatch(1, ['ada']);
    test.match.joinOrigins = ['http://10.0.0.7:2567', 'http://192.168.1.2:2567'];
    const choose = (origin: string) => test.act(HOST, { type: 'host/join-origin', origin });
    expect(codeOf(choose('http://evil.example'))).toBe('protocol/bad_message');
    expect(codeOf(choose('http://192.168.1.2:2567'))).toBe('ok');
    expect(test.match.joinOrigins).toEqual(['http://192.168.1.2:2567', 'http://10.0.0.7:2567']);
  });
});

describe('who is gone', () => {
  it('is waited for by nobody: a lab whose last player was removed does not count', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    test.act(HOST, { type: 'host/remove', playerId: 'bo' });
    test.act(player('ada'), { type: 'auction/bid', coins: null });
    expect(sliceOf(test.match, 'data').auction.outcome).not.toBeNull();
    test.skipTo('scale').act(player('ada'), decide);
    expect(leftMs(test)).toBe(graceMs(test));
  });

  it('ends nothing by going: without any player the clock goes on', () => {
    const test = new TestMatch(1, ['ada']).skipTo('data');
    const before = leftMs(test);
    test.act(HOST, { type: 'host/remove', playerId: 'ada' });
    expect(leftMs(test)).toBe(before);
    expect(sliceOf(test.match, 'data').auction.outcome).toBeNull();
  });
});

describe('timers that are off', () => {
  const off = { type: 'host/timers', areOff: true } as const;
  const on = { type: 'host/timers', areOff: false } as const;

  it('leave every stage open until the host moves on', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(HOST, off);
    expect(test.match.stageEndsAtMs).toBeNull();
    test.nowMs += 3_600_000;
    expect(codeOf(test.act(SYSTEM, { type: 'clock/expire' }))).toBe('match/wrong_stage');
    test.act(player('ada'), decide);
    expect(test.match.ready).not.toBeNull();
    expect(test.match.stageEndsAtMs).toBeNull();
    test.act(HOST, { type: 'host/skip', step: '1.scale' });
    expect(test.match.stage).toBe('pretrain');
    expect(test.match.stageEndsAtMs).toBeNull();
  });

  it('are on again with what the clock had left, in a pause as well', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.nowMs += 10_000;
    const left = leftMs(test);
    test.act(HOST, off);
    test.nowMs += 500_000;
    test.act(HOST, on);
    expect(leftMs(test)).toBe(left);
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 60_000;
    test.act(HOST, off);
    test.act(HOST, on);
    test.nowMs += 60_000;
    test.act(HOST, { type: 'host/resume' });
    expect(leftMs(test)).toBe(left);
  });

  it('hold what has been decided: on again, the grace begins', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(player('ada'), decide);
    expect(leftMs(test)).toBe(graceMs(test));
    test.act(HOST, off);
    expect(test.match.stageEndsAtMs).toBeNull();
    test.act(HOST, on);
    expect(leftMs(test)).toBe(graceMs(test));
  });

  it('stop the auction’s clock too, whose bids open when all have spoken', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('data');
    const auction = () => sliceOf(test.match, 'data').auction;
    test.act(HOST, off);
    expect(auction().closesAtMs).toBeNull();
    test.act(HOST, on);
    expect(auction().closesAtMs).not.toBeNull();
    test.act(HOST, off);
    for (const id of ['ada', 'bo']) test.act(player(id), { type: 'auction/bid', coins: null });
    expect(auction().outcome).not.toBeNull();
  });

  it('may be off from the lobby on', () => {
    const test = new TestMatch(1, ['ada']);
    test.act(HOST, off);
    test.act(HOST, { type: 'host/start' });
    expect(test.match).toMatchObject({ stage: 'data', stageEndsAtMs: null });
    test.act(HOST, on);
    expect(leftMs(test)).toBe(must(test.match.settings.stageSeconds.data) * 1000);
  });
});

describe('a host who is gone', () => {
  const seen = (areHere: boolean) => ({ type: 'host-screens/seen', areHere }) as const;
  const missed = { type: 'host-screens/missed' } as const;

  it('is waited for: the match pauses itself after a minute, and goes on by a press', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(SYSTEM, seen(true));
    test.act(SYSTEM, seen(false));
    const left = leftMs(test);
    test.nowMs += HOST_GONE_SECONDS * 1000 - 1;
    expect(codeOf(test.act(SYSTEM, missed))).toBe('match/wrong_stage');
    test.nowMs += 1;
    expect(isHostMissing(test.match, test.nowMs)).toBe(true);
    test.act(SYSTEM, missed);
    expect(test.match).toMatchObject({ pausedAtMs: test.nowMs, isHostMissed: true });
    test.nowMs += 600_000;
    test.act(SYSTEM, seen(true));
    expect(test.match.pausedAtMs).not.toBeNull();
    test.act(HOST, { type: 'host/resume' });
    expect(test.match).toMatchObject({ pausedAtMs: null, isHostMissed: false });
    expect(leftMs(test)).toBe(left - HOST_GONE_SECONDS * 1000);
  });

  it('who was never there is missed by nobody', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.nowMs += 3_600_000;
    expect(isHostMissing(test.match, test.nowMs)).toBe(false);
  });

  it('who is back in time is not missed, nor one who paused, nor after the end', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(SYSTEM, seen(false));
    test.nowMs += 30_000;
    test.act(SYSTEM, seen(true));
    test.nowMs += 90_000;
    expect(isHostMissing(test.match, test.nowMs)).toBe(false);
    test.act(HOST, { type: 'host/pause' });
    test.act(SYSTEM, seen(false));
    test.nowMs += 90_000;
    expect(isHostMissing(test.match, test.nowMs)).toBe(false);
    test.act(HOST, { type: 'host/resume' });
    expect(isHostMissing(test.match, test.nowMs)).toBe(false);
    test.skipTo('debrief');
    test.nowMs += 90_000;
    expect(isHostMissing(test.match, test.nowMs)).toBe(false);
  });
});
