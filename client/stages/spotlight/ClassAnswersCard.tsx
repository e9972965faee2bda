/** The console's list of answers that players want the class to see: each can be shown, or put away. */

import './spotlight.css';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { voiceWordsForAll } from '../voice-words.ts';

export function ClassAnswersCard({ match }: { match: MatchView }) {
  const answers = match.teams.flatMap(({ own }) => own?.answers ?? []);
  const { shownAnswer } = match;
  if (answers.length === 0) return null;
  return (
    <Paper seed={3} class="console-card">
      <h2>{t('class.title')}</h2>
      <p class="small">{t('class.lead')}</p>
      {shownAnswer && (
        <Button class="wide" onPress={() => void send({ type: 'host/show-answer', answerId: null })}>
          {t('console.spotlightHide')}
        </Button>
      )}
      <ul class="spotlight-list">
        {answers.map(({ id, playerId, voice, ofTeamId, question, answer, isHidden }) => (
          <li key={id} class={isHidden ? 'put-away' : ''}>
            <b lang="en">{question}</b>
            <p class="model-voice" lang="en">
              {answer}
            </p>
            <p class="small">
              {t('class.from', { name: match.players.find((player) => player.id === playerId)?.name ?? '' })};{' '}
              {voiceWordsForAll(match, { name: voice, teamId: ofTeamId })}
            </p>
            <p class="row">
              <Button
                label={t('console.spotlightShowAria', { answer })}
                disabled={isHidden}
                onPress={() => void send({ type: 'host/show-answer', answerId: id })}
              >
                {t('console.spotlightShow')}
              </Button>
              <Button
                label={t(isHidden ? 'class.unhideAria' : 'class.hideAria', { answer })}
                onPress={() => void send({ type: 'host/hide-answer', answerId: id, isHidden: !isHidden })}
              >
                {t(isHidden ? 'class.unhide' : 'class.hide')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
