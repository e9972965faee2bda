/** Labels of documents, keep or toss: given by all members of a team, never one over another's, and what they come to. */

import { CORPUS_KINDS, type CorpusKind } from '../../../world/document.ts';
import type { Cleaning } from './cleaning.ts';
import { lookUp, put } from '../../look-up.ts';
import { findTeamOf, membersOf } from '../../members.ts';
import type { Match } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Labels, Verdict } from './state.ts';
import { sliceOf } from '../../slices.ts';

/** A document with what the team as a whole says of it. */
export interface SettledLabel {
  kind: CorpusKind;
  /** Counted from 1, as players see it. */
  number: number;
  keep: boolean;
}

/** Of each verdict, before a classifier may decide anything. */
export const LEAST_OF_EACH = 3;
/** Labels of a dataset from which on the classifier may filter it: of other kinds of text it knows nothing. */
export const LEAST_OF_KIND = 5;
/** Far more than anybody swipes in a stage; keeps a broken client from filling the match. */
export const MAX_LABELS_PER_PLAYER = 500;

export function documentName(kind: CorpusKind, number: number): string {
  return `${kind}/${number}`;
}

/** A player's label for a document; the same again changes nothing, another one corrects only the player's own. */
export function label(
  match: Match,
  playerId: string,
  { kind, number, verdict }: { kind: CorpusKind; number: number; verdict: Verdict },
): Result<void> {
  if (match.stage !== 'data') return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  const team = found.value;
  /* The classifier is trained on the labels that there were when the team decided. */
  if (team.now.data.plan !== null) return fail('plan/already_committed');
  const count = lookUp(sliceOf(match, 'data').documents, kind) ?? 0;
  if (!Number.isInteger(number) || number < 1 || number > count)
    return fail('data/no_such_document', { number });
  const name = documentName(kind, number);
  const given = lookUp(team.now.data.labels, name) ?? {};
  if (!Object.hasOwn(given, playerId)) {
    const labelled = lookUp(team.now.data.labelCounts, playerId) ?? 0;
    if (labelled >= MAX_LABELS_PER_PLAYER) {
      return fail('data/too_many_labels', { most: MAX_LABELS_PER_PLAYER });
    }
    put(team.now.data.labelCounts, playerId, labelled + 1);
  }
  put(team.now.data.labels, name, { ...given, [playerId]: verdict });
  return ok(undefined);
}

/**
 * Documents on which more members said one thing than the other, in the order of the market and not of their arrival, so that
 * everybody trains the same classifier.
 */
export function settledLabels(labels: Labels): SettledLabel[] {
  return Object.entries(labels)
    .flatMap(([name, byPlayer]): SettledLabel[] => {
      const [kind, number] = name.split('/');
      const lead = Object.values(byPlayer).reduce((sum, said) => sum + (said === 'keep' ? 1 : -1), 0);
      return lead === 0 ? [] : [{ kind: kind as CorpusKind, number: Number(number), keep: lead > 0 }];
    })
    .toSorted((a, b) => CORPUS_KINDS.indexOf(a.kind) - CORPUS_KINDS.indexOf(b.kind) || a.number - b.number);
}

export interface LabelCounts {
  keep: number;
  toss: number;
  /** Datasets with enough labels to be filtered. */
  kinds: CorpusKind[];
}

export function countLabels(settled: readonly SettledLabel[]): LabelCounts {
  const keep = settled.filter((document) => document.keep).length;
  const kinds = CORPUS_KINDS.filter(
    (kind) => settled.filter((document) => document.kind === kind).length >= LEAST_OF_KIND,
  );
  return { keep, toss: settled.length - keep, kinds };
}

/** A classifier needs some of both verdicts, and enough of one dataset. */
export function checkLabels({ labels }: { labels: Labels }, { quality }: Cleaning): Result<void> {
  if (quality === null) return ok(undefined);
  const { keep, toss, kinds } = countLabels(settledLabels(labels));
  if (Math.min(keep, toss) < LEAST_OF_EACH) {
    return fail('data/too_few_labels', { keep, toss, least: LEAST_OF_EACH });
  }
  return kinds.length === 0 ? fail('data/too_few_of_kind', { least: LEAST_OF_KIND }) : ok(undefined);
}

/** Whether a document is this member's to label: the members share them out like cards, so that no two see the same. */
export function isDealtTo(memberIds: readonly string[], playerId: string, number: number): boolean {
  const hands = memberIds.toSorted();
  return hands.length === 0 || hands[number % hands.length] === playerId;
}

/** Ids of those among whom a team's documents are shared out: whoever is here. */
export function labellers(match: Match, teamId: string): string[] {
  return membersOf(match, teamId).flatMap(({ id, connected }) => (connected ? [id] : []));
}
