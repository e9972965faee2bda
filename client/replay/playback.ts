/** A recorded match played again: the same rules over the same moves, to any moment of it and back. */

import { replay, timeOf, type Recording } from '../../shared/game/journal.ts';
import type { Match } from '../../shared/game/match.ts';
import { generationOf } from '../../shared/game/schedule.ts';
import { createMatchState, projectMatch } from '../../shared/game/sync/project.ts';
import { readView, type MatchView } from '../../shared/game/sync/view.ts';
import type { Stage } from '../../shared/lifecycle.ts';

/** A wait in which nothing happened is shown no longer than this. */
export const LONGEST_WAIT_MS = 10_000;
/** The last move is looked at for so long. */
const LAST_LOOK_MS = 5_000;

/** Where a stage begins. */
export interface Mark {
  stage: Stage;
  generation: number;
  atMs: number;
}

/** Times are of the playback: milliseconds from its beginning, without what was cut out of long waits. */
export interface Playback {
  readonly lengthMs: number;
  readonly marks: readonly Mark[];
  /** Whether all moves could be played. */
  readonly isWhole: boolean;
  /** What the server's clock said at a time. */
  clockAt(ms: number): number;
  /** Goes to a time; returns the match as it is then, the same object as long as nothing has happened. */
  goTo(ms: number): MatchView;
  /** The match where it has been gone to, as it may be shown. */
  readonly match: Match;
}

/** When each move is played: as far apart as they were made, but for long waits; a clock that was set back is no wait. */
function playTimes(madeAtMs: readonly number[]): number[] {
  let atMs = 0;
  return madeAtMs.map((ms, index) => {
    const waitMs = index === 0 ? 0 : ms - (madeAtMs[index - 1] ?? ms);
    atMs += Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS);
    return atMs;
  });
}

/** A stage that began again is another one. */
const stepOf = (match: Match): string => `${generationOf(match)}.${match.stage}.${match.repeats}`;

export function createPlayback({ begin, moves }: Recording): Playback {
  const madeAtMs: number[] = [];
  /** The match where a stage begins, and how many moves were played before: from there it goes on after going back. */
  const copies: { played: number; match: Match }[] = [{ played: 0, match: structuredClone(begin) }];
  let match = structuredClone(begin);

  /* Once through all of it, to know where its stages begin, and how far it can be played. */
  for (const move of moves) {
    const before = stepOf(match);
    try {
      const atMs = timeOf(move.json);
      replay(match, move);
      madeAtMs.push(atMs);
    } catch {
      break;
    }
    if (stepOf(match) !== before) copies.push({ played: madeAtMs.length, match: structuredClone(match) });
  }
  const last = madeAtMs.length;
  const playAtMs = playTimes(madeAtMs);
  const lengthMs = (playAtMs[last - 1] ?? 0) + LAST_LOOK_MS;
  const marks = copies.map((copy): Mark => ({
    stage: copy.match.stage,
    generation: generationOf(copy.match),
    atMs: playAtMs[copy.played - 1] ?? 0,
  }));

  /** What the host has hidden in the end stays hidden, though it was seen for a while. */
  const hiddenIds = match.hushedIds;
  const hiddenReports = match.reports.filter(({ isForAll }) => isForAll);
  const shown = (): Match => ({
    ...match,
    hushedIds: [...new Set([...match.hushedIds, ...hiddenIds])],
    reports: [
      ...match.reports.filter(({ pairId }) => hiddenReports.every((hidden) => hidden.pairId !== pairId)),
      ...hiddenReports,
    ],
  });

  match = structuredClone(begin);
  let played = 0;
  let state = createMatchState(shown());
  let view = readView(state);

  /** Takes the latest copy that is not past so many moves. */
  function goBack(wanted: number): void {
    const from = copies.findLast((copy) => copy.played <= wanted) ?? copies[0];
    match = structuredClone(from.match);
    played = from.played;
    state = createMatchState(shown());
  }

  return {
    lengthMs,
    marks,
    isWhole: last === moves.length,
    get match() {
      return shown();
    },
    clockAt(ms) {
      const next = playAtMs.findIndex((atMs) => atMs > ms);
      const before = Math.max(0, (next === -1 ? last : next) - 1);
      return (madeAtMs[before] ?? 0) + ms - (playAtMs[before] ?? 0);
    },
    goTo(ms) {
      const next = playAtMs.findIndex((atMs) => atMs > ms);
      const wanted = Math.min(next === -1 ? last : next, last);
      if (wanted === played) return view;
      if (wanted < played) goBack(wanted);
      for (const move of moves.slice(played, wanted)) replay(match, move);
      played = wanted;
      projectMatch(shown(), state);
      view = readView(state);
      return view;
    },
  };
}
