/** The host's clock: commands are for the stage that was on the screen, and time that is given is time had. */

import { describe, expect, it } from 'vitest';
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
