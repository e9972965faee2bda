/** Cards for training that the server hands out: none of them tells a fact that the sealed test asks. */

import { tellsFact } from '../../shared/evals/facts.ts';
import { allThatIsSaid } from '../../shared/world/asks.ts';
import { evidenceCards, type EvidenceOptions } from '../../shared/world/evidence.ts';
import { generateDemonstrations, type DemonstrationOptions } from '../../shared/world/demonstrations.ts';
import type { Demonstration } from '../../shared/world/packs.ts';
import { talkCards, type TalkOptions } from '../../shared/world/talks.ts';
import type { MatchTexts } from './texts.ts';

/** Cards of the training split, without what the sealed test asks: whoever learns from them learns manners, not its answers. */
export function trainingCards(
  { world, sealed }: Pick<MatchTexts, 'world' | 'sealed'>,
  options: Omit<DemonstrationOptions, 'split' | 'isOpen'>,
): Demonstration[] {
  const tells = tellsFact(sealed.suite.facts);
  return generateDemonstrations(world, {
    ...options,
    split: 'train',
    isOpen: (ask) => !tells(allThatIsSaid(ask)),
  });
}

/** Cards with a document before the question, likewise. */
export function trainingEvidence(
  { world, sealed }: Pick<MatchTexts, 'world' | 'sealed'>,
  options: Omit<EvidenceOptions, 'isOpen'>,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const tells = tellsFact(sealed.suite.facts);
  return evidenceCards(world, { ...options, isOpen: (ask) => !tells(allThatIsSaid(ask)) });
}

/** Cards of talks, likewise. */
export function trainingTalks(
  { world, sealed }: Pick<MatchTexts, 'world' | 'sealed'>,
  options: Omit<TalkOptions, 'isOpen'>,
): Pick<Demonstration, 'question' | 'answer'>[] {
  const tells = tellsFact(sealed.suite.facts);
  return talkCards(world, { ...options, isOpen: (ask) => !tells(allThatIsSaid(ask)) });
}
