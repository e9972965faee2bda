/** Which choice on the players' screens is proven by which experiment, and why a few need none. */

/** By stage and field of its plan, of the stages that decide what a model reads and learns before people judge it. */
export const CHOICES: Readonly<Record<string, { lever: string } | { noLever: string }>> = {
  'data.purchases': { lever: 'repeat' },
  'data.shares': { lever: 'mix-skill' },
  'data.vocabSize': { lever: 'vocabulary' },
  'data.cleaning.similarity': { lever: 'dedup' },
  'data.cleaning.quality': { lever: 'quality-filter' },
  'data.cleaning.scrub': { lever: 'privacy-scrub' },
  'data.heldOutShare': { noLever: 'it measures, and what it costs is told beside it' },
  'scale.size': { lever: 'size' },
  'scale.contextLength': { lever: 'context' },
  'scale.learningRate': { lever: 'bold-rate' },
  'scale.start': { lever: 'next-year' },
  'scale.bet': { noLever: 'a bet changes no model' },
  'fine-tune.style': { lever: 'style' },
  'fine-tune.cards': { lever: 'packs' },
  'fine-tune.replayShare': { lever: 'replay' },
};
