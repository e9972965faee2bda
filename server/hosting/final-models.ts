/** The models that a match ended with, to talk to once it is over: every lab's, and the House. Each is written out once, whoever asks. */

import { encodeRows } from '../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { isOver } from '../../shared/game/schedule.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import type { TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import { lastOf } from '../conductor/last-model.ts';
import type { TeamModels } from '../match/team-models.ts';

export interface FinalModels {
  /** A checkpoint; of the House, the rows that it counts. */
  model(contestantId: string): Promise<Result<Uint8Array>>;
  tokenizer(contestantId: string): Promise<Result<TokenizerFile>>;
}

export function createFinalModels(
  match: Match,
  models: TeamModels,
  house: () => Promise<{ tokenizer: TokenizerFile; rows: Rows }>,
): FinalModels {
  const written = new Map<string, Uint8Array>();

  /** Nobody looks into a rival's model while that can be of use. */
  const isOpen = (): boolean => match.stage === 'debrief' && isOver(match);

  function write(teamId: string): Uint8Array | null {
    const team = lookUp(match.teams, teamId);
    const model = models.get(teamId);
    if (!team || !model || !team.now.pretrain.run) return null;
    const { stage, version } = lastOf(team);
    const weights = models.weights(teamId, stage, version);
    if (!weights) return null;
    const { config, tokenizerHash } = model;
    const tokens = team.now[stage].run?.tokensUsed ?? 0;
    /* Half of the bytes for thirty phones at once, and nobody hears the difference. */
    return encodeCheckpoint({ config, tokenizerHash, step: 0, tokens, weights }, 'fp16');
  }

  return {
    async model(contestantId) {
      if (!isOpen()) return fail('match/wrong_stage', { stage: match.stage });
      const known = written.get(contestantId);
      if (known) return ok(known);
      const bytes = contestantId === HOUSE_ID ? encodeRows((await house()).rows) : write(contestantId);
      if (!bytes) return fail('protocol/not_found');
      written.set(contestantId, bytes);
      return ok(bytes);
    },
    async tokenizer(contestantId) {
      if (!isOpen()) return fail('match/wrong_stage', { stage: match.stage });
      if (contestantId === HOUSE_ID) return ok((await house()).tokenizer);
      const model = models.get(contestantId);
      return model ? ok(model.tokenizer) : fail('protocol/not_found');
    },
  };
}
