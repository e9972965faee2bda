/** Brings strangers together: finds the match that waits for players, or opens one that nobody hosts. */

import { fail, ok, type Result } from '../../shared/game/result.ts';
import { QUICK_LABS, QUICK_LAB_SIZE } from '../../shared/game/quick.ts';
import type { QuickMatchBody } from '../../shared/game/wire/bodies.ts';
import { quickSettings } from '../hosting/settings.ts';
import { USUAL_THREADS } from '../referee/referee.ts';
import type { HostedMatch } from './directory.ts';
import { openMatch, type Hosting, type Opener } from './host-match.ts';

/**
 * Quick matches of one process at once. One person against a bot's tiny lab took 27 seconds of processor time in the nine minutes
 * of a match, 14 of them to pretrain for the bot; up to three labs of a match may be left to bots.
 */
const MOST_QUICK = 4 * USUAL_THREADS;
/** Whoever comes later would find the match begun. */
const LEAST_LEFT_MS = 3_000;

/** Where processes tell each other of a match that waits for players. */
export interface OpenLobbies {
  /** The code of one, wherever it is. */
  find(): Promise<string | null>;
  /** Tells of this one; resolves to the code of the one that stands, which another process may have told of before. */
  post(code: string): Promise<string>;
}

/** For a process by itself. */
export const OWN_LOBBIES: OpenLobbies = { find: async () => null, post: async (code) => code };

function isWaiting({ service: { match } }: HostedMatch, nowMs: number): boolean {
  const { settings, stage, stageEndsAtMs, players } = match;
  if (settings.quick !== 'public' || stage !== 'lobby') return false;
  if (Object.keys(players).length >= QUICK_LABS * QUICK_LAB_SIZE) return false;
  return stageEndsAtMs === null || stageEndsAtMs - nowMs > LEAST_LEFT_MS;
}

export interface QuickMatches {
  /** The code of a match to take a seat in. `beforeOpening` is awaited where a new one has to be opened, and may reject. */
  find(wish: QuickMatchBody, opener: Opener, beforeOpening: () => Promise<void>): Promise<Result<string>>;
}

export function createQuickMatches(hosting: Hosting, lobbies: OpenLobbies): QuickMatches {
  const { directory, now } = hosting;
  let last: Promise<unknown> = Promise.resolve();

  async function openOne({ kind, experiment }: QuickMatchBody, opener: Opener): Promise<Result<string>> {
    const running = directory.all().filter(({ service }) => service.match.settings.quick !== null);
    if (running.length >= MOST_QUICK) return fail('protocol/no_quick_match');
    const opened = await openMatch(hosting, quickSettings(kind, experiment), opener, experiment?.seed);
    if (!opened.ok) return opened;
    const { code } = opened.value;
    const standing = kind === 'public' ? await lobbies.post(code) : code;
    if (standing !== code) directory.remove(code);
    return ok(standing);
  }

  async function find(...[wish, opener, beforeOpening]: Parameters<QuickMatches['find']>) {
    if (wish.experiment && !hosting.allowExperiments) return fail('protocol/bad_message');
    if (wish.kind === 'public') {
      const here = directory.all().find((hosted) => isWaiting(hosted, now()));
      const code = here?.code ?? (await lobbies.find());
      if (code !== null) return ok(code);
    }
    await beforeOpening();
    return openOne(wish, opener);
  }

  return {
    /* One after the other, so that two who come at once meet. */
    find(...asked) {
      const found = last.then(() => find(...asked));
      last = found.catch(() => undefined);
      return found;
    },
  };
}
