/** What the votes of the arena come to: weighed by who has something to win, rated, and told apart by question. */

import { rateVotes, type Vote } from '../../../evals/bradley-terry.ts';
import { createRandom, hashSeed } from '../../../random.ts';
import { lookUp } from '../../look-up.ts';
import type { Match } from '../../match.ts';
import { once } from '../../once.ts';
import { sliceOf } from '../../slices.ts';
import type { Context } from '../../stage.ts';
import {
  BENCHES,
  CRITERIA,
  type ArenaChoice,
  type ArenaPair,
  type ArenaVerdict,
  type Bench,
  type BenchShares,
  type CriterionResult,
} from './state.ts';

/** A choice, and who made it. */
interface Ballot {
  pair: ArenaPair;
  bench: Bench;
  choice: ArenaChoice;
}

/** Every vote of people, and every judgement of the referee. */
function ballotsOf(match: Match): Ballot[] {
  const { pairs, votes } = sliceOf(match, 'arena');
  return Object.values(pairs).flatMap((pair) => {
    const byVoter = Object.entries(lookUp(votes, pair.id) ?? {});
    const ofPeople = byVoter.map(([voterId, choice]): Ballot => {
      return { pair, bench: lookUp(match.players, voterId) ? 'rivals' : 'audience', choice };
    });
    return pair.referee === null
      ? ofPeople
      : [...ofPeople, { pair, bench: 'referee' as const, choice: pair.referee }];
  });
}

/**
 * No bench has more than half of the say: the votes of one that has more than both others together count less, until it has as
 * much. One that stands alone decides nothing.
 */
export function weighBenches(counts: Readonly<Record<Bench, number>>): BenchShares {
  const all = BENCHES.reduce((sum, bench) => sum + counts[bench], 0);
  const share = (votes: number): BenchShares[Bench] => ({
    votes,
    weight: votes === 0 ? 0 : Math.min(1, (all - votes) / votes),
  });
  const { rivals, audience, referee } = counts;
  return { rivals: share(rivals), audience: share(audience), referee: share(referee) };
}

function weighedVote({ pair, bench, choice }: Ballot, benches: BenchShares): Vote {
  const scoreA = choice === 'a' ? 1 : choice === 'b' ? 0 : 0.5;
  return { ...pair.who, scoreA, group: pair.id, weight: benches[bench].weight };
}

function resultsBy(ids: readonly string[], ballots: readonly Ballot[], benches: BenchShares) {
  return CRITERIA.flatMap((criterion): CriterionResult[] => {
    const votes = ballots
      .filter(({ pair }) => pair.criterion === criterion)
      .map((ballot) => weighedVote(ballot, benches))
      .filter(({ weight }) => weight > 0);
    if (votes.length === 0) return [];
    const sums = new Map<string, { won: number; played: number; votes: number }>();
    const count = (id: string, score: number, weight: number): void => {
      const sum = sums.get(id) ?? { won: 0, played: 0, votes: 0 };
      sums.set(id, { won: sum.won + weight * score, played: sum.played + weight, votes: sum.votes + 1 });
    };
    for (const { a, b, scoreA, weight } of votes) {
      count(a, scoreA, weight);
      count(b, 1 - scoreA, weight);
    }
    const contestants = ids.flatMap((id) => {
      const sum = sums.get(id);
      return sum ? [{ id, wins: (100 * sum.won) / sum.played, votes: sum.votes }] : [];
    });
    return [{ criterion, contestants }];
  });
}

/** The verdict on all contestants. Where a bench decides nothing, its votes are no votes. */
export function verdictOf(match: Match): ArenaVerdict {
  const ballots = ballotsOf(match);
  const count = (bench: Bench): number => ballots.filter((ballot) => ballot.bench === bench).length;
  const benches = weighBenches({
    rivals: count('rivals'),
    audience: count('audience'),
    referee: count('referee'),
  });
  const pairs = Object.values(sliceOf(match, 'arena').pairs);
  const ids = [...new Set(pairs.flatMap(({ who }) => [who.a, who.b]))].toSorted();
  const votes = ballots.map((ballot) => weighedVote(ballot, benches)).filter(({ weight }) => weight > 0);
  const random = createRandom(hashSeed(0, `arena of ${match.code}`));
  return { ratings: rateVotes(ids, votes, random), benches, criteria: resultsBy(ids, ballots, benches) };
}

/** The curtains open: no vote counts any more, and the votes become a verdict. */
export function reveal(context: Context): void {
  const arena = sliceOf(context.match, 'arena');
  arena.revealed = true;
  arena.verdict = once(context, 'verdict', () => verdictOf(context.match));
}
