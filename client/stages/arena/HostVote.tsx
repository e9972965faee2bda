/** The console's card in the arena: the host's own votes, and how it went by question. */

import './arena.css';
import { useSignal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { Ballot } from './Audience.tsx';
import { houseWords } from './Podium.tsx';
import { Benches, ByQuestion } from './Revealed.tsx';

/** Asked first: a host at the keyboard must not vote by chance. */
export function HostVote({ match }: { match: MatchView }) {
  const isVoting = useSignal(false);
  const { arena } = match;
  if (!arena) return null;
  if (arena.revealed)
    return (
      <Paper seed={2} class="console-card">
        <h2>{t('arena.byQuestion')}</h2>
        <p class="small">{houseWords(arena.ratings ?? [])}</p>
        {arena.benches && <Benches benches={arena.benches} />}
        {arena.criteria && <ByQuestion match={match} criteria={arena.criteria} />}
      </Paper>
    );
  return (
    <Paper seed={2} class="console-card">
      <h2>{t('console.hostVote')}</h2>
      <p class="small">{t(arena.sampled ? 'console.hostVoteLead' : 'console.hostVoteSoon')}</p>
      {!arena.sampled ? null : isVoting.value ? (
        <Ballot match={match} hasKeys={false} />
      ) : (
        <Button onPress={() => (isVoting.value = true)}>{t('console.hostVoteBegin')}</Button>
      )}
    </Paper>
  );
}
