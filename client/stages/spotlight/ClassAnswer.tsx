/** An answer that somebody wants the class to see, as large as the room needs it. */

import './spotlight.css';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import type { WallProps } from '../entry.ts';
import { voiceWordsForAll } from '../voice-words.ts';

/** `isAside` puts it among the cards at the side, where the wall's main part is to stay in sight. */
export function ClassAnswer({ match, isAside = false }: Pick<WallProps, 'match'> & { isAside?: boolean }) {
  const { shownAnswer } = match;
  if (!shownAnswer) return null;
  const { voice, ofTeamId, question, answer, playerName } = shownAnswer;
  return (
    <Paper class={`spotlight ${isAside ? 'aside' : ''}`} seed={2}>
      <p class="muted">{t('class.from', { name: playerName })}</p>
      <p>
        <b lang="en">{question}</b>
      </p>
      <p class="model-voice" lang="en">
        {answer}
      </p>
      <p>{voiceWordsForAll(match, { name: voice, teamId: ofTeamId })}</p>
    </Paper>
  );
}
