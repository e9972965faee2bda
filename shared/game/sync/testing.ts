/** The far ends of the wire, for tests: clients that join a match's state and follow its patches as the server sends them. */

import { Decoder, Encoder, StateView } from '@colyseus/schema';
import { createMatch } from '../create.ts';
import type { Match, SeatedPlayer, Team } from '../match.ts';
import { createSettings } from '../presets.ts';
import { createMatchState, projectMatch } from './project.ts';
import { MatchState } from './state.ts';
import { seenFromOutside } from './outside.ts';
import { readView, type MatchView, type TeamView } from './view.ts';

export function playerNamed(id: string, teamId: string): SeatedPlayer {
  return {
    id,
    name: id,
    teamId,
    connected: true,
    absentSinceMs: null,
    device: null,
    addsOwnText: false,
    sign: 'here',
    signSinceMs: 0,
  };
}

/** A match of two teams with a player each. */
export function twoTeams(): Match {
  const match = createMatch({
    code: 'ABCD12',
    settings: createSettings('short', { teamCount: 2 }),
    teamNames: ['Mudlarks', 'Tin Hat'],
    lotSeed: 9,
  });
  for (const [id, teamId] of [
    ['player-1', 'team-1'],
    ['player-2', 'team-2'],
  ] as const) {
    match.players[id] = playerNamed(id, teamId);
  }
  return match;
}

/** The first or the second team: whichever way it is told, by the match or by a view. */
export function mineIn<T extends Team | TeamView>(teams: readonly T[] | Record<string, T>): T {
  return nth(teams, 0);
}

export function theirsIn<T extends Team | TeamView>(teams: readonly T[] | Record<string, T>): T {
  return nth(teams, 1);
}

function nth<T>(items: readonly T[] | Record<string, T>, index: number): T {
  const item = Object.values<T>(items)[index];
  if (item === undefined) throw new Error(`there is no item ${index}`);
  return item;
}

/** One end: what it may see is said anew whenever the match is projected, as the room does it. */
class End {
  readonly view = new StateView();
  private readonly decoder = new Decoder(new MatchState());
  private readonly shown = new Set<string>();
  private readonly mayShow: (teamId: string) => boolean;

  constructor(mayShow: (teamId: string) => boolean) {
    this.mayShow = mayShow;
  }

  showOwnTeams(state: MatchState): void {
    for (const [teamId, team] of state.teams) {
      const isShown = this.shown.has(teamId);
      if (this.mayShow(teamId) && !isShown) {
        this.view.add(team);
        this.shown.add(teamId);
      } else if (!this.mayShow(teamId) && isShown) {
        this.view.remove(team);
        this.shown.delete(teamId);
      }
    }
  }

  receive(bytes: Uint8Array): number {
    this.decoder.decode(bytes);
    return bytes.length;
  }

  /** All that has come over the wire and still stands, shown or not. */
  everythingTold(): string {
    return JSON.stringify(this.decoder.state);
  }

  see(): MatchView {
    return readView(this.decoder.state);
  }

  /** What it should see: a fresh projection, without what is other teams' own. */
  shouldSee(match: Match): MatchView {
    const view = readView(createMatchState(match));
    return {
      ...view,
      teams: view.teams.map((team) => (this.mayShow(team.id) ? team : seenFromOutside(team))),
    };
  }
}

export class Wire {
  private readonly match: Match;
  private readonly state: MatchState;
  private readonly encoder: Encoder<MatchState>;
  private readonly ends: End[] = [];

  constructor(match: Match) {
    this.match = match;
    this.state = createMatchState(match);
    this.encoder = new Encoder(this.state);
  }

  /** Somebody who may see what is these teams' own joins, while changes may wait that the next patch will send once more. */
  join(mayShow: (teamId: string) => boolean): End {
    const end = new End(mayShow);
    this.ends.push(end);
    this.project();
    const it = { offset: 0 };
    this.encoder.encodeAll(it);
    end.receive(this.encoder.encodeAllView(end.view, it.offset, it));
    return end;
  }

  project(): void {
    projectMatch(this.match, this.state);
    for (const end of this.ends) end.showOwnTeams(this.state);
  }

  /** Sends what has changed since the last patch; returns the most bytes that anybody gets. */
  patch(): number {
    const it = { offset: 0 };
    this.encoder.encode(it);
    const shared = it.offset;
    const sent = this.ends.map((end) => end.receive(this.encoder.encodeView(end.view, shared, it)));
    this.encoder.discardChanges();
    return Math.max(shared, ...sent);
  }
}

/** A member of team 1 on the other end of the wire: what they see after each patch. */
export function connect(match: Match): {
  publish: () => MatchView;
  bytesOfNextPatch: () => number;
  everythingTold: () => string;
} {
  const wire = new Wire(match);
  const end = wire.join((teamId) => teamId === 'team-1');
  return {
    publish() {
      wire.project();
      wire.patch();
      return end.see();
    },
    bytesOfNextPatch() {
      wire.project();
      return wire.patch();
    },
    everythingTold: () => end.everythingTold(),
  };
}
