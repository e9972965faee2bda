/** Beam search: follows the likeliest whole continuations side by side instead of the likeliest next token. */

import { forbid, penalize, probabilities } from './choice.ts';
import { copyPast, decodePosition, logitsOf, type Decoder } from './decode-position.ts';
import type { Sampling } from './sampling.ts';

/** A continuation under way. */
interface Beam {
  answer: number[];
  /** Sum of the tokens' log-probabilities, in nats. */
  logProbability: number;
  /** The slot that keeps its past. */
  slot: number;
}

/** A finished continuation, with its log-probability per token (its stop token included). */
interface Hypothesis {
  answer: number[];
  score: number;
}

/** A way to go on with a beam. */
interface Extension {
  beam: Beam;
  token: number;
  logProbability: number;
}

/** Slots that a search needs: each beam's past is read while its successors' are written. */
export function beamSlots(beams: number): number {
  return 2 * beams;
}

/**
 * The continuation of a (validated) prompt with the highest log-probability per token among those that the beams reach
 * (Lowerre, 1976; mean instead of sum, so that short answers do not always win, as in Wu et al., 2016, section 7).
 */
export function beamSearch(decoder: Decoder, prompt: readonly number[], sampling: Sampling): number[] {
  const { beams: beamCount, maxTokens, stopTokens } = sampling;
  const limit = Math.min(maxTokens, decoder.config.contextLength - prompt.length);
  if (limit === 0) return [];
  const first: Beam = { answer: [], logProbability: 0, slot: 0 };
  prompt.forEach((token, position) => {
    const logitRows = position === prompt.length - 1 ? 1 : 0;
    decodePosition(decoder, [{ token, position, slot: first.slot }], { logitRows });
  });
  let beams = [first];
  const finished: Hypothesis[] = [];
  for (let position = prompt.length; beams.length > 0; position++) {
    const open: Extension[] = [];
    for (const extension of likeliestExtensions(decoder, prompt, beams, sampling)) {
      const { beam, token, logProbability } = extension;
      const score = logProbability / (beam.answer.length + 1);
      if (stopTokens.has(token)) finished.push({ answer: beam.answer, score });
      else if (beam.answer.length + 1 === limit) finished.push({ answer: [...beam.answer, token], score });
      else open.push(extension);
    }
    finished.sort((a, b) => b.score - a.score).splice(beamCount);
    beams = finished.length === beamCount ? [] : follow(decoder, open, position, beamCount);
    if (beams.length === 0) break;
    const feeds = beams.map(({ answer, slot }) => ({ token: answer[answer.length - 1], position, slot }));
    decodePosition(decoder, feeds);
  }
  return finished[0]?.answer ?? [];
}

/** The best extensions over all beams, best first: so many that enough stay open even if every beam could stop. */
function likeliestExtensions(
  decoder: Decoder,
  prompt: readonly number[],
  beams: readonly Beam[],
  { repetitionPenalty, isAllowed, beams: beamCount, stopTokens }: Sampling,
): Extension[] {
  const extensions = beams.flatMap((beam, row): Extension[] => {
    const logits = logitsOf(decoder, row);
    if (repetitionPenalty !== 1) {
      penalize(logits, new Set([...prompt, ...beam.answer]), repetitionPenalty);
    }
    if (isAllowed) forbid(logits, isAllowed);
    return Array.from(probabilities(logits), (chance, token) => ({
      beam,
      token,
      logProbability: beam.logProbability + Math.log(chance),
    }));
  });
  return extensions
    .filter(({ logProbability }) => logProbability > -Infinity)
    .sort((a, b) => b.logProbability - a.logProbability)
    .slice(0, beamCount * (1 + stopTokens.size));
}

/** Makes the first extensions the new beams, each with a past of its own in a slot that no beam reads any more. */
function follow(decoder: Decoder, open: readonly Extension[], pastLength: number, beamCount: number): Beam[] {
  const chosen = open.slice(0, beamCount);
  const inUse = new Set(chosen.map(({ beam }) => beam.slot));
  const free = Array.from({ length: beamSlots(beamCount) }, (_, slot) => slot).filter(
    (slot) => !inUse.has(slot),
  );
  return chosen.map(({ beam, token, logProbability }) => {
    const slot = free.pop() as number;
    copyPast(decoder, beam.slot, slot, pastLength);
    return { answer: [...beam.answer, token], logProbability, slot };
  });
}
