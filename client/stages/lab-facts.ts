/** Facts of a lab that several stages tell the console: what is proposed, and how far a training run is. */

import { t } from '../i18n/t.ts';
import { guessWords } from '../i18n/guess.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import { newestBits } from './curves.ts';
import { nameOf } from './decision.ts';

/** The proposal that most are for, and whose voice is awaited; nothing where nobody has proposed. */
export function proposalFacts({ players }: MatchView, { id, own }: TeamView): string[] {
  const [leading] = (own?.proposals ?? []).toSorted((a, b) => b.agreedIds.length - a.agreedIds.length);
  if (!leading) return [];
  const here = players.filter(({ teamId, connected }) => teamId === id && connected);
  const missing = here.filter((player) => !leading.agreedIds.includes(player.id)).map(({ name }) => name);
  const proposed = t('line.proposed', { name: nameOf(players, leading.proposerId) });
  return [proposed, ...(missing.length > 0 ? [t('line.awaited', { names: missing.join(', ') })] : [])];
}

/** How much of its text a run has read, how well the model guesses, and who trains where no device can. */
export function runFacts(run: RunView): string[] {
  const { status, stoppedEarly, tokensUsed, tokensTotal, round, rollbacks } = run;
  const share = tokensTotal > 0 ? Math.floor((100 * tokensUsed) / tokensTotal) : 0;
  const bits = newestBits(run);
  const isServer = round?.shards.some(({ playerId }) => playerId === SERVER_WORKER) ?? false;
  return [
    t(status === 'running' ? 'line.read' : stoppedEarly ? 'line.stopped' : 'line.trained', { share }),
    ...(bits === null ? [] : [t('line.guesses', { guess: guessWords(bits) })]),
    ...(rollbacks > 0 ? [t('line.takenBack', { count: rollbacks })] : []),
    ...(isServer ? [t('line.server')] : []),
  ];
}
