/** Which models can be talked to from this seat: the lab's own from each stage, and in the end every lab's and the House. */

import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { VoiceName } from '../../shared/game/voices.ts';
import { playingTeams, type MatchView, type TeamView } from '../../shared/game/sync/view.ts';
import { isMatchOver } from '../session/over.ts';

/** Where the model is: weights of the own lab, or what a lab, or the House, ended with. */
type Source = { kind: 'own'; stage: TrainingStage; version: number } | { kind: 'final'; id: string };

export interface Voice {
  /** The same as long as the model is. */
  id: string;
  name: VoiceName;
  /** Null for the House. */
  teamId: string | null;
  source: Source;
  /** One that never had a lesson goes on from a text; the others answer. */
  manner: 'continue' | 'answer';
  /** How many bytes have to be fetched, about; null where nobody knows. */
  bytes: number | null;
}

const FP32_BYTES = 4;
const FP16_BYTES = 2;

/** The lab's own models, the newest last. */
export function ownVoices(team: TeamView): Voice[] {
  const { pretrain, 'fine-tune': tuned, align, test } = team.runs;
  if (!pretrain) return [];
  const voice = (name: VoiceName, stage: TrainingStage, version: number): Voice => ({
    id: `${team.id}/${stage}/${version}`,
    name,
    teamId: team.id,
    source: { kind: 'own', stage, version },
    manner: stage === 'pretrain' ? 'continue' : 'answer',
    bytes: FP32_BYTES * team.parameters,
  });
  const isGoingOn = team.own?.plans.scale?.start === 'checkpoint';
  const voices = [voice(isGoingOn ? 'lastYear' : 'untrained', 'pretrain', pretrain.firstVersion)];
  if (pretrain.version !== pretrain.firstVersion) voices.push(voice('base', 'pretrain', pretrain.version));
  const isTuned = tuned !== null && tuned.roundsDone > 0;
  const isAligned = align !== null && align.tokensUsed > 0;
  const isUndone = team.own?.plans.align?.kind === 'undo';
  if (isAligned && isUndone) voices.push(voice('undone', 'align', align.version));
  if (isTuned) voices.push(voice('tuned', 'fine-tune', tuned.version));
  if (isAligned && !isUndone) voices.push(voice('aligned', 'align', align.version));
  if (test && test.tokensUsed > 0) voices.push(voice('hardened', 'test', test.version));
  return voices;
}

/** What every lab ended with, and the House; nobody's before the match is over. */
export function finalVoices(match: MatchView): Voice[] {
  if (!isMatchOver(match)) return [];
  const ofLabs = playingTeams(match)
    .filter((team) => team.runs.pretrain !== null)
    .map((team): Voice => {
      const isTaught =
        (team.runs['fine-tune']?.roundsDone ?? 0) > 0 || (team.runs.align?.tokensUsed ?? 0) > 0;
      return {
        id: `final/${team.id}`,
        name: 'final',
        teamId: team.id,
        source: { kind: 'final', id: team.id },
        manner: isTaught ? 'answer' : 'continue',
        bytes: FP16_BYTES * team.parameters,
      };
    });
  const house: Voice = {
    id: `final/${HOUSE_ID}`,
    name: 'house',
    teamId: null,
    source: { kind: 'final', id: HOUSE_ID },
    manner: 'answer',
    bytes: null,
  };
  return [...ofLabs, house];
}
