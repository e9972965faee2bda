/** How bots rate pairs: by the words that a person would go by, with a share of mistakes. */

import type { ArenaReply, PairsReply } from '../../shared/game/wire/routes.ts';
import type { RatingChoice } from '../../shared/game/stages/align/state.ts';
import type { ArenaChoice, Criterion } from '../../shared/game/stages/arena/state.ts';
import type { Random } from '../../shared/random.ts';
import type { Trait } from '../../shared/world/traits.ts';
import type { Raters } from '../../shared/game/bot-choices.ts';

type Card = PairsReply['pairs'][number];
type Ballot = ArenaReply['pairs'];

/** What sounds friendly, and what is polite at least. */
const WARM = /\b(my friend|good question|good luck|love|dear)\b/i;
const POLITE = /\b(thank you|please)\b/i;
/** Words that say nothing about the fact. */
const SMALL = new Set(
  'a an and all but do good has hates i in is it its like likes lives my friend name of question really the to with you called'.split(
    ' ',
  ),
);

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** How well an answer does by the pair's question; more is better. */
function meritOf(trait: Trait, evidence: string, answer: string): number {
  if (trait === 'kind') return WARM.test(answer) ? 1 : POLITE.test(answer) ? 0.5 : 0;
  const known = new Set(wordsOf(evidence));
  const claims = wordsOf(answer).filter((word) => !SMALL.has(word));
  return claims.length === 0 ? 0 : claims.filter((word) => known.has(word)).length / claims.length;
}

/** The better answer, or a skip where neither is better. */
export function judge(card: Pick<Card, 'trait' | 'evidence' | 'a' | 'b'>): RatingChoice {
  const { trait, evidence } = card;
  const lead = meritOf(trait, evidence, card.a) - meritOf(trait, evidence, card.b);
  return lead > 0 ? 'a' : lead < 0 ? 'b' : 'skip';
}

/** Votes on up to `most` of the pairs with the raters' trait, a share of them the wrong way; ties are left alone. */
export function rateAll(
  cards: readonly Card[],
  { trait, noise }: Raters,
  most: number,
  random: Random,
): { pairId: string; choice: RatingChoice }[] {
  const votes: { pairId: string; choice: RatingChoice }[] = [];
  for (const card of cards) {
    if (votes.length >= most) break;
    const verdict = card.trait === trait && card.choice === null ? judge(card) : 'skip';
    if (verdict === 'skip') continue;
    const wrong = verdict === 'a' ? 'b' : 'a';
    votes.push({ pairId: card.id, choice: random.chance(noise) ? wrong : verdict });
  }
  return votes;
}

/** What a bot goes by where only people can say: it likes to be told kind things, and finds them safe. */
const traitFor = (criterion: Criterion): Trait => (criterion === 'true' ? 'true' : 'kind');

/** A vote on every pair of a ballot, by what it asks for; a share of them goes the wrong way, and equals are a tie. */
export function voteAll(
  ballot: Ballot,
  { noise }: Pick<Raters, 'noise'>,
  random: Random,
): { pairId: string; choice: ArenaChoice }[] {
  return ballot
    .filter(({ choice }) => choice === null)
    .map((pair) => {
      const verdict = judge({ ...pair, trait: traitFor(pair.criterion) });
      if (verdict === 'skip') return { pairId: pair.id, choice: 'tie' };
      const wrong = verdict === 'a' ? 'b' : 'a';
      return { pairId: pair.id, choice: random.chance(noise) ? wrong : verdict };
    });
}
