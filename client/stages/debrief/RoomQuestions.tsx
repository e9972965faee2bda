/** On the console: what to ask the room, from this very match. */

import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { questionsFor } from './questions.ts';

export function RoomQuestions({ match }: { match: MatchView }) {
  const questions = questionsFor(match);
  if (questions.length === 0) return null;
  return (
    <Paper seed={9} class="console-card">
      <h2>{t('room.title')}</h2>
      <ol class="room-questions">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </Paper>
  );
}
