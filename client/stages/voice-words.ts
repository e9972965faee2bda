/** How models that can be talked to are called. */

import { t } from '../i18n/t.ts';
import type { VoiceName } from '../../shared/game/voices.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

/** Which model it is, of the own lab where nothing else is said. */
export function voiceWords(
  { teams }: Pick<MatchView, 'teams'>,
  { name, teamId }: { name: VoiceName; teamId: string | null },
): string {
  const team = teams.find(({ id }) => id === teamId)?.name ?? '';
  return t(`voice.${name}`, { team });
}

/** The same with the lab's name, for those who are not of it. */
export function voiceWordsForAll(
  match: Pick<MatchView, 'teams'>,
  voice: { name: VoiceName; teamId: string | null },
): string {
  const words = voiceWords(match, voice);
  const team = match.teams.find(({ id }) => id === voice.teamId);
  return team && voice.name !== 'final' ? t('voice.of', { team: team.name, voice: words }) : words;
}
