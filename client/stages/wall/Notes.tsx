/** What the models say now: one note for each lab, some at a time. */

import { isRude } from '../../../shared/rude.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { WallProps } from '../entry.ts';
import { wallNotes } from './race.ts';
import { useTurns } from './use-turns.ts';

/** Notes that hang side by side. */
const MOST_NOTES = 4;

export function Notes({ match, unitPx }: WallProps) {
  const all = wallNotes(match);
  const notes = useTurns(all, MOST_NOTES);
  if (notes.length === 0) return <p class="muted wall-empty">{t('projector.wallEmpty')}</p>;
  return (
    <ul class="wall" aria-label={t('projector.wall')}>
      {notes.map(({ team, prompt, text }, index) => (
        <li key={team.id}>
          <Paper
            cut="slip"
            seed={index}
            fill={index % 2 ? 'var(--cream)' : 'var(--sheet)'}
            class={`wall-note ${index % 2 ? 'on-stock' : ''}`}
          >
            <i class="peg" />
            <p class="model-voice" lang="en">
              <span class="prompt">{prompt}</span> {isRude(text) ? '…' : text.trim().slice(0, 110) || '…'}
            </p>
            <p class="wall-team">
              <TeamShape shape={shapeOf(team.look)} sizePx={36 * unitPx} /> {team.name}
            </p>
          </Paper>
        </li>
      ))}
    </ul>
  );
}
