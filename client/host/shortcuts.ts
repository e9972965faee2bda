/** The host's keyboard: one letter for each thing that must go fast. */

import { stepOf } from '../../shared/game/sync/view.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { isMatchOver } from '../session/over.ts';
import type { HostMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';

export type Shortcut = { kind: 'move'; move: HostMove } | { kind: 'view'; view: 'projector' | 'console' };

type Key = Pick<KeyboardEvent, 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether a key counts as a press: one that is held down is one press, and with others it belongs to the browser. */
export function isPress({ repeat, ctrlKey, metaKey, altKey }: Key): boolean {
  return !repeat && !ctrlKey && !metaKey && !altKey;
}

/** What a key means now, or null. Skipping has no key: it must not happen by accident. */
export function shortcutFor(key: string, match: MatchView): Shortcut | null {
  const running = match.stage !== 'lobby' && !isMatchOver(match);
  switch (key.toLowerCase()) {
    case 's':
      return match.stage === 'lobby' && match.players.length > 0
        ? { kind: 'move', move: { type: 'host/start' } }
        : null;
    case 'p':
      if (!running) return null;
      return { kind: 'move', move: { type: match.pausedAtMs === null ? 'host/pause' : 'host/resume' } };
    case 'e':
      return running
        ? { kind: 'move', move: { type: 'host/extend', seconds: EXTENSION_SECONDS, step: stepOf(match) } }
        : null;
    case 'l':
      return { kind: 'move', move: { type: 'host/lock', locked: !match.locked } };
    case '1':
      return { kind: 'view', view: 'projector' };
    case '2':
      return { kind: 'view', view: 'console' };
    default:
      return null;
  }
}
