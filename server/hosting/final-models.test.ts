/** The models that a match ended with: nobody's before it is over, everybody's then, and the House's. */

import { describe, expect, it } from 'vitest';
import { decodeRows } from '../../shared/data/rows.ts';
import { decodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { codeOf, must, TestMatch, trainingRun } from '../../shared/game/testing.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import type { TeamModels } from '../match/team-models.ts';
import { createFinalModels } from './final-models.ts';

const tokenizer = trainBpe(['the goat ate the hay'], 260);
const config = {
  architecture: 'transformer' as const,
  vocabSize: tokenizer.vocabSize,
  contextLength: 16,
  width: 8,
  layers: 1,
  heads: 1,
};
const weights = initialWeights(config, 1);
const rows = { contextLength: 2, count: 1, tokens: Uint16Array.of(0, 4, 5), lossFrom: Uint16Array.of(1) };

/** Only the first lab has ever trained. */
const models = {
  get: (teamId: string) =>
    teamId === 'team-1' ? { config, tokenizer: tokenizer.toJSON(), tokenizerHash: tokenizer.hash } : null,
  weights: (teamId: string) => (teamId === 'team-1' ? weights : null),
} as unknown as TeamModels;

function finalsOf(test: TestMatch) {
  test.team('team-1').now.pretrain.run = trainingRun({ tokensUsed: 640 });
  return createFinalModels(test.match, models, async () => ({ tokenizer: tokenizer.toJSON(), rows }));
}

describe('final models', () => {
  it.each(['pretrain', 'arena'] as const)('are shut in %s', async (stage) => {
    const finals = finalsOf(new TestMatch().skipTo(stage));
    for (const id of ['team-1', HOUSE_ID]) {
      expect(codeOf(await finals.model(id))).toBe('match/wrong_stage');
      expect(codeOf(await finals.tokenizer(id))).toBe('match/wrong_stage');
    }
  });

  it('are shut in a debrief that another year follows', async () => {
    const finals = finalsOf(new TestMatch(2, ['ada', 'bo'], 'long').skipTo('debrief'));
    expect(codeOf(await finals.model('team-1'))).toBe('match/wrong_stage');
  });

  it('are there when the match is over, a lab’s and the House’s, in half of the bytes', async () => {
    const finals = finalsOf(new TestMatch().skipTo('debrief'));
    const model = await finals.model('team-1');
    const bytes = must(model.ok ? model.value : null);
    expect(bytes.byteLength).toBeLessThan(weights.byteLength);
    const read = decodeCheckpoint(new Uint8Array(bytes)).weights;
    weights.forEach((weight, index) => expect(read[index]).toBeCloseTo(weight, 2));
    expect(await finals.model('team-1')).toEqual(model);
    const house = await finals.model(HOUSE_ID);
    expect(decodeRows(must(house.ok ? house.value : null))).toEqual(rows);
    expect(codeOf(await finals.tokenizer(HOUSE_ID))).toBe('ok');
  });

  it.each(['team-2', 'team-9', '__proto__'])('of %s are none', async (id) => {
    const finals = finalsOf(new TestMatch().skipTo('debrief'));
    expect(codeOf(await finals.model(id))).toBe('protocol/not_found');
    expect(codeOf(await finals.tokenizer(id))).toBe('protocol/not_found');
  });
});
