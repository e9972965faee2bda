/** Labels of four members come together, never one over another's, and a classifier needs enough of them. */

import { describe, expect, it } from 'vitest';
import { DEFAULT_DATA_PLAN } from './plan.ts';
import { NO_CLEANING, type Cleaning } from './cleaning.ts';
import { countLabels, isDealtTo, labellers, MAX_LABELS_PER_PLAYER, settledLabels } from './labels.ts';
import type { Verdict } from './state.ts';
import type { PlayerMove } from '../../moves.ts';
import { codeOf, HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { CORPUS_KINDS, type CorpusKind } from '../../../world/document.ts';

const DOCUMENTS = Object.fromEntries(
  CORPUS_KINDS.map((kind) => [kind, kind === 'web' ? 1000 : 50]),
) as Record<CorpusKind, number>;
const MEMBERS = ['ada', 'bo', 'cy', 'dee'];

/** One team of four in the data stage, with the market written. */
function labelling(): TestMatch {
  const test = new TestMatch(1, MEMBERS).skipTo('data');
  test.act(SYSTEM, { type: 'referee/market', documents: DOCUMENTS });
  return test;
}

const swipe = (number: number, verdict: Verdict, kind: CorpusKind = 'web'): PlayerMove => ({
  type: 'data/label',
  kind,
  number,
  verdict,
});

const labelsOf = (test: TestMatch) => test.team().now.data.labels;
const propose = (cleaning: Partial<Cleaning>): PlayerMove => ({
  type: 'plan/propose',
  proposed: { stage: 'data', plan: { ...DEFAULT_DATA_PLAN, cleaning: { ...NO_CLEANING, ...cleaning } } },
});

describe('labels', () => {
  it('of all members are kept side by side, also for the same document', () => {
    const test = labelling();
    MEMBERS.forEach((id, i) => expect(test.act(player(id), swipe(i + 1, 'keep')).ok).toBe(true));
    test.act(player('bo'), swipe(1, 'toss'));
    expect(labelsOf(test)).toEqual({
      'web/1': { ada: 'keep', bo: 'toss' },
      'web/2': { bo: 'keep' },
      'web/3': { cy: 'keep' },
      'web/4': { dee: 'keep' },
    });
  });

  it('count once however often they are sent, and can be corrected by whoever gave them', () => {
    const test = labelling();
    test.act(player('ada'), swipe(7, 'keep'), 'swipe-1');
    test.act(player('bo'), swipe(7, 'keep'));
    const before = structuredClone(test.match);
    expect(test.act(player('ada'), swipe(7, 'keep'), 'swipe-1')).toMatchObject({ value: { repeated: true } });
    expect(test.match).toEqual(before);
    test.act(player('ada'), swipe(7, 'toss'));
    expect(labelsOf(test)).toEqual({ 'web/7': { ada: 'toss', bo: 'keep' } });
  });

  it('come to what most members said, in the order of the market, without ties', () => {
    const test = labelling();
    test.act(player('ada'), swipe(9, 'toss', 'posts'));
    test.act(player('ada'), swipe(30, 'keep'));
    test.act(player('ada'), swipe(4, 'keep'));
    test.act(player('bo'), swipe(4, 'toss'));
    test.act(player('cy'), swipe(4, 'toss'));
    test.act(player('ada'), swipe(5, 'keep'));
    test.act(player('bo'), swipe(5, 'toss'));
    expect(settledLabels(labelsOf(test))).toEqual([
      { kind: 'web', number: 4, keep: false },
      { kind: 'web', number: 30, keep: true },
      { kind: 'posts', number: 9, keep: false },
    ]);
  });

  it('are asked of each member for documents of its own, and of those who are here', () => {
    const test = labelling();
    const hands = MEMBERS.map((id) =>
      Array.from({ length: 40 }, (_, i) => i + 1).filter((number) => isDealtTo(MEMBERS, id, number)),
    );
    expect(hands.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    for (const hand of hands) expect(hand).toHaveLength(10);
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'cy', connected: false });
    expect(labellers(test.match, 'team-1')).toEqual(['ada', 'bo', 'dee']);
  });

  it('stay when their giver is removed', () => {
    const test = labelling();
    test.act(player('ada'), swipe(2, 'keep'));
    test.act(HOST, { type: 'host/remove', playerId: 'ada' });
    expect(labelsOf(test)).toEqual({ 'web/2': { ada: 'keep' } });
  });
});

describe('labels that are refused, leaving everything as it was', () => {
  const refuse = (test: TestMatch, move: PlayerMove, code: string): void => {
    const before = structuredClone(test.match);
    expect(test.act(player('ada'), move)).toMatchObject({ ok: false, error: { code } });
    expect(test.match).toEqual(before);
  };

  it('of a document that does not exist, or not yet', () => {
    refuse(labelling(), swipe(1001, 'keep'), 'data/no_such_document');
    refuse(labelling(), swipe(51, 'keep', 'posts'), 'data/no_such_document');
    refuse(new TestMatch(1, MEMBERS).skipTo('data'), swipe(1, 'keep'), 'data/no_such_document');
  });

  it('outside the data stage, and while the match stands still', () => {
    refuse(new TestMatch(1, MEMBERS), swipe(1, 'keep'), 'match/wrong_stage');
    const test = labelling();
    test.act(HOST, { type: 'host/pause' });
    refuse(test, swipe(1, 'keep'), 'match/paused');
  });

  it('after the team has decided: the classifier is trained on what there was', () => {
    const test = labelling();
    test.act(player('ada'), propose({ scrub: true }));
    expect(test.team().now.data.plan).toBeNull();
    const first = must(test.team().proposals[0]);
    for (const id of MEMBERS) test.act(player(id), { type: 'plan/agree', proposalId: first.id });
    refuse(test, swipe(1, 'keep'), 'plan/already_committed');
  });

  it('beyond what anybody swipes; corrections still count', () => {
    const test = labelling();
    for (let number = 1; number <= MAX_LABELS_PER_PLAYER; number++) {
      test.act(player('ada'), swipe(number, 'keep'));
    }
    refuse(test, swipe(MAX_LABELS_PER_PLAYER + 1, 'keep'), 'data/too_many_labels');
    expect(test.act(player('ada'), swipe(1, 'toss')).ok).toBe(true);
  });
});

describe('a plan that asks the classifier', () => {
  it('needs some labels of both verdicts, and enough of one dataset', () => {
    const test = labelling();
    const ask = (): string => {
      const reply = test.act(player('ada'), propose({ quality: 0.5 }));
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(ask()).toBe('data/too_few_labels');
    [1, 2, 3].forEach((number) => test.act(player('bo'), swipe(number, 'keep')));
    expect(ask()).toBe('data/too_few_labels');
    [1, 2, 3].forEach((number) => test.act(player('cy'), swipe(number, 'toss', 'posts')));
    expect(ask()).toBe('data/too_few_of_kind');
    [4, 5].forEach((number) => test.act(player('dee'), swipe(number, 'keep')));
    expect(ask()).toBe('ok');
    expect(countLabels(settledLabels(labelsOf(test)))).toEqual({ keep: 5, toss: 3, kinds: ['web'] });
  });

  it('is not carried out once labels were taken back, neither by the majority nor by the clock', () => {
    const test = labelling();
    [1, 2, 3, 4, 5].forEach((number) => test.act(player('bo'), swipe(number, 'keep')));
    [6, 7, 8].forEach((number) => test.act(player('cy'), swipe(number, 'toss')));
    expect(codeOf(test.act(player('ada'), propose({ quality: 0.5 })))).toBe('ok');
    const proposalId = must(test.team().proposals[0]).id;
    const agree = (id: string): string => codeOf(test.act(player(id), { type: 'plan/agree', proposalId }));
    expect(agree('bo')).toBe('ok');
    test.act(player('cy'), swipe(8, 'keep'));
    expect(agree('dee')).toBe('data/too_few_labels');
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'dee', connected: false });
    expect(test.team().now.data.plan).toBeNull();
    test.act(HOST, { type: 'host/skip' });
    expect(test.team().now.data.plan).toEqual(DEFAULT_DATA_PLAN);
  });

  it('may ask for the other tools at once, within their ranges', () => {
    const test = labelling();
    expect(test.act(player('ada'), propose({ similarity: 0.8, scrub: true })).ok).toBe(true);
    expect(test.act(player('ada'), propose({ similarity: 0.2 }))).toMatchObject({
      error: { code: 'data/bad_similarity' },
    });
    expect(test.act(player('ada'), propose({ quality: 1.5 }))).toMatchObject({
      error: { code: 'data/bad_threshold' },
    });
  });
});
