/** One question with what one or two models said to it; it can be kept, and shown to the class. */

import { useSignal } from '@preact/signals';
import type { VoiceName } from '../../shared/game/voices.ts';
import { t } from '../i18n/t.ts';
import { send } from '../session/current.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { Paper } from '../ui/Paper.tsx';

export interface Answer {
  name: VoiceName;
  /** Null for the House. */
  teamId: string | null;
  /** Which model it is, as it was called then. */
  words: string;
  /** Whether it had learned a text of the player's: what it says is not the lab's. */
  isAdapted: boolean;
  /** Null while it thinks. */
  said: string | null;
  hasFailed?: boolean;
  /** Bytes of the model that have to be fetched first; null for none. */
  fetching: number | null;
}

export interface Line {
  id: number;
  you: string;
  answers: Answer[];
}

interface TalkLineProps {
  standpoint: Standpoint;
  line: Line;
  isKept: boolean;
  onKeep: () => void;
}

function waitingWords({ fetching }: Answer): string {
  return fetching === null
    ? t('talk.thinking')
    : t('talk.fetching', { kilobytes: Math.max(1, Math.round(fetching / 1000)) });
}

/** Sends an answer to the host; then says what became of it. */
function ShowClass({ standpoint, line, answer }: { standpoint: Standpoint; line: Line; answer: Answer }) {
  const isSending = useSignal(false);
  const { said, name, teamId } = answer;
  const { match, me, team } = standpoint;
  if (said === null || answer.hasFailed) return null;
  const sent = team.own?.answers.some(
    (other) => other.playerId === me.id && other.answer === said && other.question === line.you,
  );
  const shown = match.shownAnswer;
  if (shown?.answer === said && shown.question === line.you)
    return <p class="small">✓ {t('talk.onScreen')}</p>;
  if (sent) return <p class="small">✓ {t('talk.withHost')}</p>;
  const share = async (): Promise<void> => {
    isSending.value = true;
    await send({ type: 'talk/share', voice: name, ofTeamId: teamId, question: line.you, answer: said });
    isSending.value = false;
  };
  return (
    <button type="button" class="link" disabled={isSending.value} onClick={() => void share()}>
      {t('talk.showClass')}
    </button>
  );
}

export function TalkLine({ standpoint, line, isKept, onKeep }: TalkLineProps) {
  const { you, answers } = line;
  const isDone = answers.every(({ said }) => said !== null);
  /* Whoever plays alone has no class, and where nobody hosts there is none to show it. */
  const { joinOrigins, settings } = standpoint.match;
  const hasClass = joinOrigins.length > 0 && settings?.quick === null;
  return (
    <Paper cut="slip" seed={line.id} class="talk-line">
      <div class="talk-head">
        <p>
          <span class="small">{t('talk.you')}</span> <span lang="en">{you}</span>
        </p>
        <button
          type="button"
          class="star"
          aria-pressed={isKept}
          aria-label={t('talk.keep', { question: you })}
          disabled={!isDone}
          onClick={onKeep}
        >
          {isKept ? '★' : '☆'}
        </button>
      </div>
      <div class={answers.length > 1 ? 'two-voices' : ''}>
        {answers.map((answer, index) => (
          <div key={index}>
            <p class="model-voice">
              <span class="small">{answer.words}</span>{' '}
              {answer.said === null || answer.hasFailed ? (
                (answer.said ?? waitingWords(answer))
              ) : (
                <span lang="en">{answer.said}</span>
              )}
            </p>
            {isKept && hasClass && !answer.isAdapted && (
              <ShowClass standpoint={standpoint} line={line} answer={answer} />
            )}
          </div>
        ))}
      </div>
    </Paper>
  );
}
