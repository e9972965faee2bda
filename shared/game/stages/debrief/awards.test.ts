/** Examples of awards: one earner, a reason in figures, and none where nobody stands out. */

import { describe, expect, it } from 'vitest';
import { awardsFor, type AwardEntry } from './awards.ts';
import type { ModelScores } from '../../match.ts';
import type { TeamScore } from '../../team-score.ts';

const SCORE: TeamScore = {
  use: 50,
  trust: 40,
  science: 40,
  truth: 25,
  form: 70,
  language: 60,
  stories: 70,
  exercises: 10,
  facts: 10,
  total: 43,
};
const PERFECT = { kindShare: 0.2, trueShare: 0.25, inFormShare: 0.7, variety: 0.4 };
const model: ModelScores = {
  bitsPerByte: 2,
  perKind: { stories: 2, encyclopedia: 2, questions: 2, exercises: 2, web: 2, posts: 2 },
  evals: { exercises: 0.1, facts: 0.1, form: 0.7, sentences: 0.7 },
};

function lab(id: string, score: Partial<TeamScore> = {}, change: Partial<AwardEntry> = {}): AwardEntry {
  return {
    id,
    parameters: 100_000,
    trigramBitsPerByte: 2,
    results: {
      pretrained: model,
      tuned: model,
      aligned: null,
      preference: { tuned: PERFECT, aligned: null, klNats: null, rise: null },
      answers: [],
      yardstick: model,
      samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
    },
    score: { ...SCORE, ...score },
    rating: { id, value: 50, low: 40, high: 60, votes: 30 },
    ...change,
  };
}

describe('awards', () => {
  it('name the lab whose bet on its big run came closest, however far off, and none where two are as close', () => {
    const betting = (id: string, bits: number): AwardEntry => ({ ...lab(id), bet: { bits, measured: 1.5 } });
    expect(awardsFor([betting('a', 1.52), betting('b', 1.9), lab('c')])).toEqual([
      { id: 'oracle', teamId: 'a', figures: { share: 1 } },
    ]);
    expect(awardsFor([betting('a', 1.2), betting('b', 1.9)])).toEqual([
      { id: 'oracle', teamId: 'a', figures: { share: 20 } },
    ]);
    expect(awardsFor([betting('a', 1.25), betting('b', 1.75)])).toEqual([]);
  });

  it('go to nobody where all are alike, and to nobody who is alone with nothing', () => {
    expect(awardsFor([lab('a'), lab('b')])).toEqual([]);
    expect(awardsFor([lab('a')])).toEqual([]);
    expect(awardsFor([])).toEqual([]);
  });

  it('name the figure that earned them', () => {
    expect(awardsFor([lab('a', { exercises: 62.4 }), lab('b', { exercises: 30 })])).toEqual([
      { id: 'speller', teamId: 'a', figures: { share: 62 } },
    ]);
  });

  it('go to nobody in a near tie', () => {
    expect(awardsFor([lab('a', { facts: 41 }), lab('b', { facts: 40 })])).toEqual([]);
  });

  it('call a lab the favorite only when the votes are sure of it', () => {
    const loved = (low: number, votes: number) =>
      lab('a', {}, { rating: { id: 'a', value: 64, low, high: 72, votes } });
    expect(awardsFor([loved(55, 30), lab('b')])).toEqual([
      { id: 'favorite', teamId: 'a', figures: { wins: 64, votes: 30 } },
    ]);
    expect(awardsFor([loved(48, 30), lab('b')])).toEqual([]);
    expect(awardsFor([loved(55, 3), lab('b')])).toEqual([]);
  });

  it('honor a small model that beat a big one', () => {
    const small = lab('a', { total: 50 }, { parameters: 20_000 });
    expect(awardsFor([small, lab('b')])).toEqual([
      { id: 'small', teamId: 'a', figures: { parameters: 20_000, beaten: 100_000 } },
    ]);
    expect(awardsFor([{ ...small, score: { ...SCORE, total: 10 } }, lab('b')])).toEqual([]);
  });

  it('honor who earned in town, who gave most away at a loss, and who was believed', () => {
    const inTown = (id: string, good: number, profitCents: number, trust: number) =>
      lab(id, {}, { day: { good, profitCents, trust } });
    expect(
      awardsFor([inTown('a', 900, -250, 0.3), inTown('b', 400, 120, 0.7), inTown('c', 300, -90, 0.5)]),
    ).toEqual([
      { id: 'merchant', teamId: 'b', figures: { coins: 120 } },
      { id: 'leader', teamId: 'a', figures: { answers: 900, coins: 250 } },
      { id: 'trusted', teamId: 'b', figures: { share: 70 } },
    ]);
    expect(awardsFor([inTown('a', 60, -50, 0.4), inTown('b', 60, 10, 0.4)])).toEqual([]);
  });

  it('honor what ratings improved, only where the team kept it', () => {
    const rated = lab('a');
    const after = { ...PERFECT, kindShare: 0.55 };
    const results = {
      ...rated.results,
      preference: { tuned: PERFECT, aligned: after, klNats: 1, rise: null },
    };
    expect(awardsFor([{ ...rated, results }, lab('b')])).toEqual([
      { id: 'improved', teamId: 'a', figures: { before: 20, after: 55 } },
    ]);
  });
});
