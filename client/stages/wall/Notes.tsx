/** What the models say now: one note for each lab, some at a time. */

import { isRude } from '../../../shared/rude.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { WallProps } from '../entry.ts';
import { wallNotes, type WallNote } from './race.ts';
import { useTurns } from './use-turns.ts';

/** Notes that hang side by side. */
const MOST_NOTES = 4;
/** Letters that fit beside each other on the whole of the wall, and the lines of a note: more would lie on what is above. */
const LETTERS_ACROSS = 76;
const LINES = 3;
const LINES_OF_MANY = 4;
const MOST_LETTERS = 140;

/** What a note says, as much as it has room for. */
export function noteWords({ prompt, text }: Pick<WallNote, 'prompt' | 'text'>, notes: number): string {
  const said = isRude(text) ? '' : text.trim();
  const lines = notes < MOST_NOTES ? LINES : LINES_OF_MANY;
  const room = Math.min(MOST_LETTERS, Math.floor((lines * LETTERS_ACROSS) / notes)) - prompt.length;
  if (said === '') return '…';
  return said.length <= room ? said : `${said.slice(0, Math.max(0, room)).trimEnd()} …`;
}

export function Notes({ match, unitPx }: WallProps) {
  const all = wallNotes(match);
  const notes = useTurns(all, MOST_NOTES);
  if (notes.length === 0) return <p class="muted wall-empty">{t('projector.wallEmpty')}</p>;
  return (
    <ul class="wall" aria-label={t('projector.wall')}>
      {notes.map((note, index) => (
        <li key={note.team.id}>
          <Paper
            cut="slip"
            seed={index}
            fill={index % 2 ? 'var(--cream)' : 'var(--sheet)'}
            class={`wall-note ${index % 2 ? 'on-stock' : ''}`}
          >
            <i class="peg" />
            <p class="model-voice" lang="en">
              <span class="prompt">{note.prompt}</span> {noteWords(note, notes.length)}
            </p>
            <p class="wall-team">
              <TeamShape shape={shapeOf(note.team.look)} sizePx={36 * unitPx} /> {note.team.name}
            </p>
          </Paper>
        </li>
      ))}
    </ul>
  );
}
