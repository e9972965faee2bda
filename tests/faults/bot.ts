/** A player who only knows the page's own session, and plays on whatever becomes of the server: it decides, trains, rates and votes. */

import { setTimeout as sleep } from 'node:timers/promises';
import { colyseusAt } from '../../client/session/colyseus.ts';
import type { Seat } from '../../client/session/seat.ts';
import { Session } from '../../client/session/session.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { MatchView, RunView } from '../../shared/game/sync/view.ts';
import { ROUTES, type ArenaReply, type PairsReply } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { TeamChoices } from '../../shared/game/bot-choices.ts';
import { nextMove } from '../../client/bots/decide.ts';
import { fillRoute } from '../../client/session/http.ts';
import { isAsked } from '../rooms/fake-player.ts';
import { noting, type Acknowledged } from './ledger.ts';

const PAUSE_MS = 150;
/** Far below what the server refuses. */
const CHANGE = 2e-5;
/** Where encoded rows say how many they are. */
const ROW_COUNT_OFFSET = 12;
/** Where a checkpoint says how long its header is, and where that begins; four bytes for each weight follow it. */
const HEADER_LENGTH_OFFSET = 4;
const HEADER_START = 8;
const RATINGS = 4;

const uint32At = (bytes: Uint8Array, offset: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);

/** A seat's session that is told to nobody when it ends, and notes what it was promised. */
export function openSession(
  url: string,
  seat: Seat,
  ledger: Acknowledged[],
  onLost: (why: string) => void,
): Session {
  const transport = noting(colyseusAt(url), seat.playerId, ledger);
  return new Session(seat, transport, { onOver: ({ code }) => onLost(`${seat.role} ${seat.code}: ${code}`) });
}

export class FaultBot {
  readonly session: Session;
  readonly #playerId: string;
  readonly #choices: TeamChoices;
  #pairs: string[] | null = null;
  #cards: string[] | null = null;
  #rated = 0;

  constructor(session: Session, playerId: string, choices: TeamChoices) {
    this.session = session;
    this.#playerId = playerId;
    this.#choices = choices;
  }

  /** Plays until the session is over, or it is to rest. */
  async play(resting: AbortSignal): Promise<void> {
    while (!this.session.isOver && !resting.aborted) {
      const view = this.session.match.value;
      if (view && this.session.connection.value === 'online' && view.pausedAtMs === null)
        await this.#act(view);
      await sleep(PAUSE_MS);
    }
  }

  async #act(view: MatchView): Promise<void> {
    const teamId = view.players.find(({ id }) => id === this.#playerId)?.teamId;
    const team = view.teams.find(({ id }) => id === teamId);
    const { stage } = view;
    if (stage === 'pretrain' || stage === 'fine-tune' || stage === 'align') {
      const run = team?.runs[stage];
      if (run && isAsked(run, this.#playerId)) return this.#bring(stage, run);
    }
    const move = nextMove(view, this.#playerId, this.#choices, this.#rated >= RATINGS);
    if (move) return void (await this.session.send(move, true));
    if (stage === 'align' && view.pairs > 0) {
      this.#pairs ??= (await this.#list<PairsReply>(ROUTES.pairs))?.slice(0, RATINGS) ?? null;
      const pairId = this.#pairs?.shift();
      if (this.#pairs) this.#rated += 1;
      if (pairId) await this.session.send({ type: 'align/rate', pairId, choice: 'a' }, true);
    }
    if (stage === 'arena' && view.arena?.sampled) {
      this.#cards ??= await this.#list<ArenaReply>(ROUTES.arena);
      const pairId = this.#cards?.shift();
      if (pairId) await this.session.send({ type: 'arena/vote', pairId, choice: 'tie' }, true);
    }
  }

  async #list<T extends { pairs: { id: string }[] }>(path: string): Promise<string[] | null> {
    const reply = await this.session.getJson<T>(path);
    return reply.ok ? reply.value.pairs.map(({ id }) => id) : null;
  }

  /** Takes checkpoint and shard as a device does, and brings an update of the right shape. */
  async #bring(stage: TrainingStage, { version, round }: RunView): Promise<void> {
    const number = round?.number ?? 0;
    const checkpoint = await this.session.getBytes(fillRoute(ROUTES.checkpoint, { stage, version }));
    const shard = await this.session.getBytes(fillRoute(ROUTES.shard, { stage, round: number }));
    if (!checkpoint.ok || !shard.ok) return;
    const weightBytes =
      checkpoint.value.length - HEADER_START - uint32At(checkpoint.value, HEADER_LENGTH_OFFSET);
    const rowsUsed = uint32At(shard.value, ROW_COUNT_OFFSET);
    const delta = new Float32Array(weightBytes / 4).fill(CHANGE);
    const bytes = encodeUpdate({ rowsUsed, tokens: rowsUsed, trainLoss: 3, millis: 1000, delta });
    await this.session.postBytes(fillRoute(ROUTES.update, { stage, round: number }), new Uint8Array(bytes));
  }
}
