/** The room of a match: a thin adapter between sockets and the match service; it decides nothing by itself. */

import { Room, ServerError, type Client, type RoomException } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { joinOptions, type MoveReply } from '../../shared/game/wire/messages.ts';
import { CLOCK_REQUEST, GOODBYE_MESSAGE, MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import { isOver } from '../../shared/game/schedule.ts';
import { fail, type ErrorCode } from '../../shared/game/result.ts';
import { createMatchState, projectMatch } from '../../shared/game/sync/project.ts';
import type { MatchState } from '../../shared/game/sync/state.ts';
import { isHostScreen, isRemoved, isSeated, type TokenOwner } from '../hosting/token-owner.ts';
import { takeMove } from '../hosting/take-move.ts';
import type { Directory, HostedMatch } from '../matchmaking/directory.ts';
import { guard } from '../guard.ts';
import type { Limits } from '../limits/limits.ts';
import { seatKey } from '../hosting/seat-key.ts';
import { logError } from '../log.ts';
import { SYSTEM } from '../match/authority.ts';

/** Why a client is let go for good: its player was removed, the same seat was opened in another tab, or the host has many screens. */
type FarewellCode =
  | Extract<ErrorCode, 'protocol/bad_token' | 'lobby/removed'>
  | 'client/replaced'
  | 'client/screen_replaced'
  | 'client/screen_withdrawn';

/** What a token was good for: plain data, since Colyseus copies it on the way from the join request to the room. */
interface Pass {
  code: string;
  seat: TokenOwner;
}

type LabClient = Client<{
  auth: Pass;
  messages: { [GOODBYE_MESSAGE]: { code: FarewellCode } };
  userData: { limitKey: string; teamIds: Set<string> };
}>;

/** Curves and clocks look alive at ten patches a second. */
const PATCH_RATE_MS = 100;
/** Of so many clients on, half as often: writing to each of two hundred sockets is most of what such a room does. */
const HALL_CLIENTS = 100;
const HALL_PATCH_RATE_MS = 200;
/**
 * An honest client sends a few messages a second, and at most some seconds' worth at once; it is told when it sends too many. A
 * flood is cut off, since messages are decoded before anybody can look at whose they are.
 */
const FLOOD_PER_SECOND = 150;
/** An empty room waits for its people to come back from lunch; one that nobody ever joined makes way sooner. */
const EMPTY_ROOM_MINUTES = 45;
const UNUSED_ROOM_MINUTES = 10;
/** A match without a host has nobody who would come back to it; its end is looked at for so long. */
const LEFT_QUICK_MINUTES = 2;
const QUICK_END_MINUTES = 30;
/** The screens of one host that are open at once: the own, a projector, a tablet, and one that was forgotten. */
const HOST_SCREENS = 4;
/** The close code of a leave that was meant, after which the SDK does not try to reconnect. */
const CONSENTED = 4000;

function refuse(code: ErrorCode): never {
  throw new ServerError(400, code);
}

/** Why somebody has no seat any more. */
function whyOut(match: Match, seat: TokenOwner): FarewellCode {
  if (isHostScreen(seat)) return 'client/screen_withdrawn';
  return isRemoved(match, seat) ? 'lobby/removed' : 'protocol/bad_token';
}

/** The room class of a server, whose matches and tokens are in this directory. */
export function createLabRoom(directory: Directory, limits: Limits) {
  return class LabRoom extends Room<{ state: MatchState; client: LabClient }> {
    override patchRate = PATCH_RATE_MS;
    override autoDispose = false;
    override maxMessagesPerSecond = FLOOD_PER_SECOND;
    #hosted!: HostedMatch;
    #emptySinceMs = Date.now();
    #overSinceMs = Date.now();
    /** Moves were applied that the synchronised state doesn't show yet; it is brought up to date once per patch. */
    #isStale = false;
    #stopListening = (): void => undefined;

    override messages = {
      [MOVE_REQUEST]: (client: LabClient, message: unknown): Promise<MoveReply> =>
        this.move(client, message).catch((error: unknown) => {
          logError(`match ${this.#hosted.code}: a move failed`, error);
          return fail('protocol/server_busy');
        }),
      [CLOCK_REQUEST]: () => ({ serverNowMs: Date.now() }),
      '*': () => undefined,
    };

    /** The message of the error is one of the game's own codes. */
    static override onAuth(_token: string, options: unknown): Promise<Pass> {
      const parsed = joinOptions.safeParse(options);
      if (!parsed.success) refuse('protocol/bad_message');
      if (parsed.data.version !== PROTOCOL_VERSION) refuse('protocol/unknown_version');
      const holder = directory.byToken(parsed.data.token);
      if (!holder) refuse('protocol/bad_token');
      return Promise.resolve({ code: holder.hosted.code, seat: holder.seat });
    }

    override onCreate({ code }: { code: string }): void {
      const hosted = directory.byCode(code);
      if (!hosted) throw new ServerError(404, 'protocol/no_such_match');
      this.#hosted = hosted;
      this.roomId = hosted.roomId;
      this.state = createMatchState(hosted.service.shown);
      this.#stopListening = hosted.service.onChange(() => (this.#isStale = true));
      this.clock.setInterval(() => this.endWhenForgotten(), 60_000);
      hosted.service.signal.addEventListener('abort', () => {
        this.disconnect().catch(() => undefined);
      });
    }

    /** With it the framework guards every hook, message and timer of the room; without, what they throw ends the process. */
    override onUncaughtException(exception: RoomException, method: string): void {
      if (exception.cause instanceof ServerError) return;
      logError(`match ${this.#hosted?.code ?? 'none'}: ${method} failed`, exception.cause ?? exception);
    }

    /** The framework calls it from a timer that nothing guards. */
    override broadcastPatch(): boolean {
      let isSent = false;
      guard(`match ${this.#hosted.code}: a patch`, () => {
        if (this.#isStale) this.publish();
        isSent = super.broadcastPatch();
      });
      return isSent;
    }

    override onJoin(client: LabClient): void {
      const { code, seat } = client.auth as Pass;
      if (code !== this.#hosted.code) refuse('protocol/bad_token');
      client.userData = { limitKey: seatKey(code, seat), teamIds: new Set() };
      this.countVisitors();
      client.view = new StateView();
      if (!isHostScreen(seat)) {
        for (const other of this.clientsOf(seat)) {
          if (other !== client) this.dismiss(other, 'client/replaced');
        }
        this.connect(seat, true);
      } else {
        for (const oldest of this.clientsOf(seat).slice(0, -HOST_SCREENS))
          this.dismiss(oldest, 'client/screen_replaced');
        if (seat.kind === 'host') this.seeHost(true);
      }
      this.publish();
    }

    /** A seat stays its player's whatever became of the socket: the seat's token opens it again. */
    override onLeave(client: LabClient): void {
      this.#emptySinceMs = Date.now();
      this.countVisitors();
      client.view?.dispose();
      const seat = client.auth?.seat;
      if (!seat || this.clientsOf(seat).some((other) => other !== client)) return;
      if (!isHostScreen(seat)) this.connect(seat, false);
      else if (!this.clients.some((other) => other !== client && other.auth?.seat.kind === 'host'))
        this.seeHost(false);
    }

    override onDispose(): void {
      this.#stopListening();
      /* The code may have been given to another match meanwhile. */
      if (directory.byCode(this.#hosted.code) === this.#hosted) directory.remove(this.#hosted.code);
    }

    private async move({ auth, userData }: LabClient, message: unknown): Promise<MoveReply> {
      if (!userData || (await limits.take('move', userData.limitKey)) > 0)
        return fail('protocol/rate_limited');
      return takeMove(this.#hosted.service, (auth as Pass).seat, message);
    }

    private connect(seat: Extract<TokenOwner, { kind: 'player' | 'audience' }>, connected: boolean): void {
      const { service } = this.#hosted;
      const { players, audience } = service.match;
      if (seat.kind === 'player') {
        const { playerId } = seat;
        if (lookUp(players, playerId)?.connected === connected) return;
        service.submit({ type: 'seat/connection', playerId, connected }, SYSTEM);
      } else {
        const { watcherId } = seat;
        if (lookUp(audience, watcherId)?.connected === connected) return;
        service.submit({ type: 'seat/watching', watcherId, connected }, SYSTEM);
      }
    }

    private countVisitors(): void {
      const count = this.clients.length;
      this.#hosted.visitors = count;
      const rate = count < HALL_CLIENTS ? PATCH_RATE_MS : HALL_PATCH_RATE_MS;
      if (this.patchRate !== rate) this.patchRate = rate;
    }

    private seeHost(areHere: boolean): void {
      const { service } = this.#hosted;
      const isKnown = service.match.host !== null && (service.match.host.goneSinceMs === null) === areHere;
      if (!isKnown) service.submit({ type: 'host-screens/seen', areHere }, SYSTEM);
    }

    private clientsOf(seat: TokenOwner): LabClient[] {
      const { code } = this.#hosted;
      return this.clients.filter(({ auth }) => auth && seatKey(code, auth.seat) === seatKey(code, seat));
    }

    private dismiss(client: LabClient, code: FarewellCode): void {
      client.send(GOODBYE_MESSAGE, { code });
      client.leave(CONSENTED);
    }

    private publish(): void {
      this.#isStale = false;
      const { shown: match } = this.#hosted.service;
      projectMatch(match, this.state);
      for (const client of Array.from(this.clients)) {
        const seat = client.auth?.seat;
        if (seat && !isSeated(match, seat)) {
          this.dismiss(client, whyOut(match, seat));
        } else this.showOwnTeams(client);
      }
    }

    /** Every client sees what is its own team's, the host what is any team's. */
    private showOwnTeams(client: LabClient): void {
      const { view, userData } = client;
      const seat = client.auth?.seat;
      if (!view || !userData || !seat) return;
      const { shown: match } = this.#hosted.service;
      const mine = seat.kind === 'player' ? lookUp(match.players, seat.playerId)?.teamId : null;
      for (const [teamId, team] of this.state.teams) {
        const isShown = userData.teamIds.has(teamId);
        const mayBeShown = isHostScreen(seat) || teamId === mine;
        if (mayBeShown && !isShown) {
          view.add(team);
          userData.teamIds.add(teamId);
        } else if (!mayBeShown && isShown) {
          view.remove(team);
          userData.teamIds.delete(teamId);
        }
      }
    }

    private endWhenForgotten(): void {
      const { match } = this.#hosted.service;
      const nowMs = Date.now();
      if (this.clients.length > 0) this.#emptySinceMs = nowMs;
      if (!isOver(match)) this.#overSinceMs = nowMs;
      const isUsed = Object.keys(match.players).length > 0;
      const isQuick = match.settings.quick !== null;
      const minutes = isQuick ? LEFT_QUICK_MINUTES : isUsed ? EMPTY_ROOM_MINUTES : UNUSED_ROOM_MINUTES;
      const isForgotten = nowMs - this.#emptySinceMs > minutes * 60_000;
      const isLookedAt = isQuick && nowMs - this.#overSinceMs > QUICK_END_MINUTES * 60_000;
      if (isForgotten || isLookedAt) this.disconnect().catch(() => undefined);
    }
  };
}
