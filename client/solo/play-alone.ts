/** A match alone, from the page: starts its worker, takes the person's seat, and lets the person do what a host does. */

import { effect } from '@preact/signals';
import { proxy, wrap } from 'comlink';
import type { HostMove } from '../../shared/game/moves.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { t } from '../i18n/t.ts';
import type { OfferedText } from '../lab/class-text/examine.ts';
import { endSession, openSeat, seat, session } from '../session/current.ts';
import type { Reply } from '../session/errors.ts';
import { makeId } from '../session/ids.ts';
import { localTransport } from '../session/local.ts';
import type { SoloWishes } from './solo-match.ts';
import type { SoloApi } from './match.worker.ts';

/** What stands where others have a code to join by. */
const CODE = 'SOLO';
const BOTS = ['Gizmo', 'Sprocket'];

/** The match that runs in this page. */
interface Running {
  /** The person's seat; whoever leaves it has ended the match. */
  token: string;
  move(move: HostMove): Promise<void>;
  end(): void;
}

let running: Running | null = null;

effect(() => {
  const held = seat.value?.token;
  if (!running || held === running.token) return;
  running.end();
  running = null;
});

/** Makes a move as the host; a refusal is shown. */
export function steer(move: HostMove): void {
  void running?.move(move);
}

/** What the person brings: a lab to play against, and a text for the market. */
export interface Brought {
  against: SoloWishes['against'];
  text: OfferedText | null;
}

/** Begins a match; the person's seat is open then. */
export async function playAlone(
  name: string,
  wishes: Pick<CreateMatchBody, 'preset' | 'experiment'>,
  { against, text }: Brought,
): Promise<Reply<null>> {
  const worker = new Worker(new URL('./match.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SoloApi>(worker);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker of the match broke down')), {
      once: true,
    });
  });
  try {
    const match = { version: PROTOCOL_VERSION, ...wishes };
    const { playerId, token, hostToken } = await Promise.race([
      remote.begin({ match, name, against, botNames: BOTS.map((bot) => t('solo.bot', { name: bot })) }),
      failed,
    ]);
    if (text) {
      const { classTextBytes } = await import('../lab/class-text/examine.ts');
      const sold = await remote.deliver(hostToken, ROUTES.classText, classTextBytes(text));
      if (!sold.ok) {
        worker.terminate();
        return sold;
      }
    }
    const transport = localTransport({
      join: (options, onView, onGoodbye) => remote.join(options, proxy(onView), proxy(onGoodbye)),
      leave: (line) => remote.leave(line),
      move: (moverToken, message) => remote.move(moverToken, message),
      nowMs: () => remote.nowMs(),
      ask: (askerToken, path) => remote.ask(askerToken, path),
      deliver: (bringerToken, path, bytes) => remote.deliver(bringerToken, path, bytes),
    });
    const opening = openSeat({ role: 'player', code: CODE, roomId: CODE, playerId, token }, transport);
    running = {
      token,
      async move(move) {
        const reply = await remote.move(hostToken, { version: PROTOCOL_VERSION, id: makeId(), move });
        if (!reply.ok) session.peek().toasts.showError(reply.error);
      },
      end: () => worker.terminate(),
    };
    failed.catch(() => {
      if (seat.peek()?.token === token) endSession({ code: 'client/solo_failed' });
    });
    return await opening;
  } catch (problem) {
    worker.terminate();
    console.warn('A match alone could not begin:', problem);
    return { ok: false, error: { code: 'client/solo_failed' } };
  }
}
