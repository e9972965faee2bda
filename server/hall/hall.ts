/** The hall of past labs: winners that their people put there, so many of a season, each with its model. */

import { createHash } from 'node:crypto';
import { hallCard, type HallCard } from '../../shared/game/hall.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { isRude } from '../../shared/rude.ts';
import type { TokenOwner } from '../hosting/token-owner.ts';
import type { HostedMatch } from '../matchmaking/directory.ts';
import { raterOf } from '../ratings/rate-match.ts';
import { seasonBefore, seasonOf } from '../ratings/rate.ts';
import type { HallLab, Store } from '../store/ports.ts';

/** Of one season; the worst go when there are more. Each takes two megabytes at most. */
export const MOST_OF_SEASON = 50;

const modelOf = (id: string): string => `hall/${id}/model`;
const tokenizerOf = (id: string): string => `hall/${id}/tokenizer`;

async function forget(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) for (const name of [modelOf(id), tokenizerOf(id)]) await store.blobs.remove(name);
}

/** Puts the best lab of a match there, for one of its people or for the host. Again changes nothing. */
export async function enterHall(
  store: Store,
  { service, finals, roomId }: HostedMatch,
  seat: TokenOwner,
  device: string,
  nowMs: number,
): Promise<Result<{ id: string }>> {
  const match = service.shown;
  if (seat.kind === 'audience' || seat.kind === 'projector') return fail('hall/not_yours');
  const ownTeamId = seat.kind === 'host' ? null : (lookUp(match.players, seat.playerId)?.teamId ?? '');
  const found = hallCard(match, ownTeamId);
  if (!found.ok) return found;
  const { teamId, card } = found.value;
  const [model, tokenizer] = await Promise.all([finals.model(teamId), finals.tokenizer(teamId)]);
  if (!model.ok) return model;
  if (!tokenizer.ok) return tokenizer;
  const id = createHash('sha256').update(`hall ${roomId} ${teamId}`).digest('hex').slice(0, 24);
  const answers = card.answers.filter(({ question, answer }) => !isRude(`${question}\n${answer}`));
  const lab: HallLab = {
    id,
    season: seasonOf(nowMs),
    owner: raterOf(device),
    total: card.score.total,
    enteredAtMs: nowMs,
    card: JSON.stringify({ ...card, answers }),
  };
  /* The model first: what is told of a lab without one would lead nowhere. */
  await store.blobs.put(modelOf(id), model.value);
  await store.blobs.put(tokenizerOf(id), new TextEncoder().encode(JSON.stringify(tokenizer.value)));
  const gone = await store.putHallLab(lab, MOST_OF_SEASON);
  await forget(store, gone);
  return gone.includes(id) ? fail('hall/full', { most: MOST_OF_SEASON }) : ok({ id });
}

/** Those of this season and the last, the best of each first. */
export async function labsInHall(store: Store, nowMs: number): Promise<HallLab[]> {
  const season = seasonOf(nowMs);
  return [...(await store.hallLabs(season)), ...(await store.hallLabs(seasonBefore(season)))];
}

/** A card as it is kept: with the devices that have reported an answer, by its question; without one for what was said in a talk. */
type KeptCard = HallCard & { reports?: { question: string | null; by: string[] }[] };

/** So many devices hide an answer from everybody; one hides it from itself at once. */
const REPORTS_FOR_ALL = 2;
/** More than these are not counted. */
const MOST_REPORTS = 20;

/** A card as a device may see it. */
export function cardFor({ card }: Pick<HallLab, 'card'>, device: string): HallCard {
  const { reports = [], ...kept } = JSON.parse(card) as KeptCard;
  const own = raterOf(device);
  const isHidden = (question: string): boolean =>
    reports.some(
      (report) =>
        report.question === question && (report.by.includes(own) || report.by.length >= REPORTS_FOR_ALL),
    );
  return { ...kept, answers: kept.answers.filter(({ question }) => !isHidden(question)) };
}

/** How many devices have reported what a lab's model said to them: nobody else has read that, so whoever runs the server judges. */
export function reportsOfTalk({ card }: Pick<HallLab, 'card'>): number {
  const { reports = [] } = JSON.parse(card) as KeptCard;
  return reports.find(({ question }) => question === null)?.by.length ?? 0;
}

/** Somebody finds that an answer should not be there, or what the model said in a talk (null). False where there is no such answer. */
export async function reportInHall(
  store: Store,
  id: string,
  { device, question }: { device: string; question: string | null },
): Promise<boolean> {
  const lab = await store.hallLab(id);
  const card = lab && (JSON.parse(lab.card) as KeptCard);
  if (!card) return false;
  if (question !== null && !card.answers.some((answer) => answer.question === question)) return false;
  const others = (card.reports ?? []).filter((report) => report.question !== question);
  const before = card.reports?.find((report) => report.question === question)?.by ?? [];
  const by = [...new Set([...before, raterOf(device)])].slice(0, MOST_REPORTS);
  await store.putHallCard(id, JSON.stringify({ ...card, reports: [...others, { question, by }] }));
  return true;
}

/** A lab with what it takes to talk to it; null where there is none. */
export async function voiceInHall(
  store: Store,
  id: string,
): Promise<{ model: Uint8Array; tokenizer: Uint8Array } | null> {
  if ((await store.hallLab(id)) === null) return null;
  const [model, tokenizer] = await Promise.all([
    store.blobs.get(modelOf(id)),
    store.blobs.get(tokenizerOf(id)),
  ]);
  return model && tokenizer ? { model, tokenizer } : null;
}

/** Takes a lab out: for the device that put it there, or for whoever runs the server (null). False where it is not theirs. */
export async function leaveHall(store: Store, id: string, device: string | null): Promise<boolean> {
  const isGone = await store.removeHallLab(id, device === null ? null : raterOf(device));
  if (isGone) await forget(store, [id]);
  return isGone;
}
