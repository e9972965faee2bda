/** Texts of models that somebody reports: hidden from the reporter at once, where nobody hosts from everybody, and elsewhere as the host says. */

import { z } from 'zod';
import { pairId } from './fields.ts';
import { lookUp } from './look-up.ts';
import type { Match } from './match.ts';
import type { ReportedText } from './reported.ts';
import { fail } from './result.ts';
import { sliceOf } from './slices.ts';
import { done, hostMove, playerMove, type MoveTable } from './stage.ts';

/** Of one player in a match: with more, one could empty everybody's ballots. */
export const MOST_REPORTS = 5;

type Reported = Pick<Match, 'reports'>;

export function isHiddenFrom({ reports }: Reported, id: string, viewerId: string): boolean {
  return reports.some((report) => report.pairId === id && (report.isForAll || report.playerId === viewerId));
}

/** Pairs that are hidden from everybody. */
export function hiddenPairs({ reports }: Reported): string[] {
  return [...new Set(reports.filter(({ isForAll }) => isForAll).map((report) => report.pairId))];
}

/** What players of this lab reported, with its words. */
export function reportsFrom(match: Match, teamId: string): ReportedText[] {
  return match.reports.flatMap((report) => {
    const pair = findPair(match, report.pairId);
    if (!pair || lookUp(match.players, report.playerId)?.teamId !== teamId) return [];
    const { question, a, b } = pair;
    return [{ pairId: report.pairId, isForAll: report.isForAll, question, a, b }];
  });
}

function findPair(match: Match, id: string) {
  return lookUp(sliceOf(match, 'align').pairs, id) ?? lookUp(sliceOf(match, 'arena').pairs, id);
}

export const REPORT_MOVES = {
  'text/report': playerMove({ pairId }, ({ match, playerId }, { pairId: id }) => {
    if (!findPair(match, id)) return fail('arena/no_such_pair');
    const own = match.reports.filter((report) => report.playerId === playerId);
    if (own.some((report) => report.pairId === id)) return done();
    if (own.length >= MOST_REPORTS) return fail('report/too_many', { most: MOST_REPORTS });
    const isForAll = match.settings.quick !== null || hiddenPairs(match).includes(id);
    match.reports = [...match.reports, { pairId: id, playerId, isForAll }];
    return done();
  }),
  'host/judge-report': hostMove({ pairId, isForAll: z.boolean() }, ({ match }, { pairId: id, isForAll }) => {
    if (!match.reports.some((report) => report.pairId === id)) return fail('arena/no_such_pair');
    match.reports = match.reports.map((report) => (report.pairId === id ? { ...report, isForAll } : report));
    return done();
  }),
} satisfies MoveTable;
