/** What the host did last to players, and one button that takes it back. */

import { t } from '../i18n/t.ts';
import type { HostMove } from '../../shared/game/moves.ts';
import { send, session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { Button } from '../ui/Button.tsx';

interface Done {
  words: string;
  /** What takes it back, in order. */
  back: readonly HostMove[];
}

const last = seatSignal<Done | null>(null);

export function remember(done: Done): void {
  last.value = done;
}

/** Does it, and remembers how it is undone once it is done; resolves to whether it was. */
export async function doAndRemember(moves: readonly HostMove[], done: Done): Promise<{ ok: boolean }> {
  const owner = session.peek();
  for (const move of moves) {
    const reply = await owner.send(move);
    if (!reply.ok) return reply;
  }
  last.of(owner).value = done;
  return { ok: true };
}

export function Undo() {
  const done = last.value;
  if (!done) return null;
  const takeBack = async (): Promise<void> => {
    last.value = null;
    for (const move of done.back) await send(move);
  };
  return (
    <p class="undo row spread" role="status">
      <span>{done.words}</span>
      <Button
        label={t('console.undoAria', { done: done.words })}
        testId="undo"
        onPress={() => void takeBack()}
      >
        {t('console.undo')}
      </Button>
    </p>
  );
}
