/** A match for one person: hosted on this device, with bots in the other labs. Workers of a page run it, and so does Node in tests. */

import { openHosted, type Hosted, type Surroundings } from '../../server/hosting/hosted.ts';
import { UPDATE_WORK_HERE } from '../../server/match/update-work.ts';
import { serveInProcess, type InProcess } from '../../server/hosting/in-process.ts';
import { drawSeeds, drawTeamNames, settingsOf } from '../../server/hosting/settings.ts';
import { makeId } from '../../server/match/random-ids.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import { createMatchBody, type CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { ghostChoices } from '../../shared/game/ghost.ts';
import type { HallCard } from '../../shared/game/hall.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { Bot, type BotDevice } from '../bots/bot.ts';
import { rivalChoices } from '../../shared/game/bot-choices.ts';
import type { ProbeReport } from '../lab/engine/api.ts';
import { localTransport } from '../session/local.ts';

export interface SoloWishes {
  match: CreateMatchBody;
  /** The person's name, and those of the bots: a lab each. */
  name: string;
  botNames: readonly string[];
  /** A lab of the hall that one of the bots plays. */
  against?: Pick<HallCard, 'name' | 'plans'> | undefined;
}

/** What the device gives. */
export interface SoloDevice {
  referee: Surroundings['referee'];
  /** An engine for one bot; asked for when it has to train. */
  startDevice: () => BotDevice;
  /** How fast a bot's lab trains; measured once the person's own device has been. */
  measure: () => Promise<ProbeReport>;
  report: (trouble: string) => void;
}

export interface SoloMatch {
  served: InProcess;
  seat: { playerId: string; token: string };
  end(): void;
}

/** What stands where others have a code to join by: nobody can join. */
const SOLO_CODE = 'SOLO';
/** Rivals whose device is slower than the person's go on for so long when the person's lab has done its training. */
const PATIENCE_MS = 20_000;

/** Names of labs, with that of a lab of the hall second: the first bot sits there. */
function namesWith(name: string | undefined): string[] {
  const names = drawTeamNames().filter((other) => other !== name);
  return name === undefined ? names : names.toSpliced(1, 0, name);
}

/** Opens the match and seats everybody; throws where the wishes are none that a host could have. */
export async function openSolo(wishes: SoloWishes, device: SoloDevice): Promise<SoloMatch> {
  const { experiment, ...body } = createMatchBody.parse(wishes.match);
  const now = (): number => Date.now();
  const hosted = await openHosted(
    {
      code: SOLO_CODE,
      matchId: makeId(),
      settings: settingsOf({ ...body, teamCount: wishes.botNames.length + 1, experiment }),
      seeds: drawSeeds(experiment?.seed),
      teamNames: namesWith(wishes.against?.name),
      address: '',
    },
    { referee: device.referee, updates: UPDATE_WORK_HERE, store: openMemoryStore(), now },
  );
  if (!hosted) throw new Error('a store of its own has no other match');
  const served = serveInProcess(hosted, now);
  const transport = localTransport(served);
  const takeSeat = async (name: string): Promise<{ playerId: string; token: string }> => {
    const seat = await served.takeSeat({ version: PROTOCOL_VERSION, name });
    if (!seat.ok) throw new Error(`no seat for ${name}: ${seat.error.code}`);
    return { playerId: seat.value.playerId, token: seat.value.seatToken };
  };
  const seat = await takeSeat(wishes.name);
  const chance = createRandom(hashSeed(experiment?.seed ?? now(), 'rivals'));
  const choices = rivalChoices(wishes.botNames.length, chance);
  if (wishes.against) choices[0] = ghostChoices(wishes.against);
  const { signal, match } = hosted.service;
  const free = Object.keys(match.teams).filter((id) => id !== match.players[seat.playerId]?.teamId);
  const bots: Bot[] = [];
  for (const [index, name] of wishes.botNames.entries()) {
    const options = {
      transport,
      seat: { ...(await takeSeat(name)), code: SOLO_CODE, roomId: SOLO_CODE, name },
      choices: choices[index],
      startDevice: device.startDevice,
      report: (trouble: string) => {
        if (!signal.aborted) device.report(trouble);
      },
      random: chance.fork(name),
    };
    bots.push(await Bot.sitDown(options, free[index]));
  }
  steer(hosted, bots, seat.playerId, device);
  signal.addEventListener('abort', () => {
    for (const bot of bots) void bot.close();
  });
  return { served, seat, end: () => hosted.end() };
}

/**
 * What a host does elsewhere: has the bots measured once the person's device has been, begins the match then, and ends the bots'
 * training when the person has waited for them long enough.
 */
function steer({ service }: Hosted, bots: readonly Bot[], personId: string, device: SoloDevice): void {
  let hasMeasured = false;
  /* The generation in which the bots have been told to stop. */
  let stoppedIn = 0;
  const measureAndBegin = async (): Promise<void> => {
    const speed = await device.measure();
    await Promise.all(bots.map((bot) => bot.tellSpeed(speed)));
    const begun = service.submit({ type: 'host/start' }, { kind: 'host' });
    if (!begun.ok) device.report(`the match did not begin: ${begun.error.code}`);
  };
  bots[0]?.connection.onView((view) => {
    const person = view.players.find(({ id }) => id === personId);
    if (person?.device && !hasMeasured) {
      hasMeasured = true;
      measureAndBegin().catch((error: unknown) => device.report(String(error)));
    }
    if (stoppedIn === view.generation || !isThrough(view, person?.teamId)) return;
    stoppedIn = view.generation;
    setTimeout(() => {
      for (const bot of bots) void bot.stopTraining();
    }, PATIENCE_MS);
  });
}

/** Whether this lab's pretraining is over. */
function isThrough({ stage, teams }: MatchView, teamId: string | undefined): boolean {
  const run = teams.find(({ id }) => id === teamId)?.runs.pretrain;
  return stage === 'pretrain' && run?.status === 'finished';
}
