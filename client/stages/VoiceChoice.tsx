/** A list of models to choose from. */

import type { Voice } from '../lab/voices.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { voiceWords } from './voice-words.ts';

/** Stays the same while a model learns on, where its id does not. */
export function voiceKey({ name, teamId }: Voice): string {
  return `${name}/${teamId}`;
}

export interface VoiceChoiceProps {
  label: string;
  match: MatchView;
  voices: readonly Voice[];
  value: string;
  /** What to choose where nobody is wanted. */
  none?: string;
  onChoose: (key: string) => void;
}

export function VoiceChoice({ label, match, voices, value, none, onChoose }: VoiceChoiceProps) {
  const winners = winnersOf(match);
  return (
    <label class="field">
      <span>{label}</span>
      <select class="select" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {voices.map((voice) => {
          const words = voiceWords(match, voice);
          const isWinner = voice.name === 'final' && winners.includes(voice.teamId ?? '');
          return (
            <option key={voiceKey(voice)} value={voiceKey(voice)}>
              {isWinner ? t('voice.winner', { voice: words }) : words}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** The labs with the most points, once there are any. */
function winnersOf({ teams }: MatchView): string[] {
  const best = Math.max(...teams.map(({ debrief }) => debrief?.score?.total ?? -1));
  return best < 0 ? [] : teams.filter(({ debrief }) => debrief?.score?.total === best).map(({ id }) => id);
}
