/** Which choice on the players' screens is proven by which experiments, and why a few need none. */

type Proof = { levers: readonly string[] } | { noLever: string };

/** By stage and field of its plan, of the stages that decide what a model reads and learns before people judge it, of how it is served, and of all stages of pictures. */
export const CHOICES: Readonly<Record<string, Proof>> = {
  'data.purchases': { levers: ['repeat', 'rumours', 'bias', 'contamination', 'mix-language', 'translation'] },
  'data.shares': { levers: ['mix-skill'] },
  'data.vocabSize': { levers: ['vocabulary'] },
  'data.cleaning.similarity': { levers: ['dedup'] },
  'data.cleaning.quality': { levers: ['quality-filter', 'over-filter'] },
  'data.cleaning.scrub': { levers: ['privacy-scrub'] },
  'data.heldOutShare': { noLever: 'it measures, and what it costs is told beside it' },
  'scale.size': { levers: ['size', 'scaling-fit'] },
  'scale.architecture': { levers: ['architecture'] },
  'scale.contextLength': {
    noLever:
      'tried, and off the board (LOG.md): the page claims what is so by construction, what fits and what it costs',
  },
  'scale.learningRate': { levers: ['bold-rate'] },
  'scale.start': { levers: ['next-year'] },
  'scale.bet': { noLever: 'a bet changes no model' },
  'fine-tune.style': { levers: ['style'] },
  'fine-tune.cards': { levers: ['packs', 'sft'] },
  'fine-tune.replayShare': { levers: ['replay'] },
  'fine-tune.evidenceShare': { levers: ['retrieval'] },
  'fine-tune.toolShare': { levers: ['tools', 'tool-misuse'] },
  'pictures.sources': { levers: ['picture-sources', 'caption-noise', 'image-bias'] },
  'pictures.cleaning': { levers: ['image-dedup', 'caption-noise', 'image-bias', 'image-harm'] },
  'paint.size': { levers: ['painter-size'] },
  'gallery.guidance': { levers: ['guidance'] },
  'gallery.steps': { levers: ['diffusion-steps'] },
  'fine-tune.styleLines': { levers: ['system-prompt'] },
  'fine-tune.talks': { levers: ['memory'] },
  'deploy.model': { levers: ['router'] },
  'deploy.persona': { levers: ['system-prompt'] },
  'deploy.memory': { levers: ['memory'] },
  'deploy.forgets': {
    noLever:
      'it takes out by rule what was told: each lab sees what its own model says all the same (LOG.md)',
  },
  'deploy.line': { levers: ['written-line'] },
  'deploy.shelf': { levers: ['retrieval'] },
  'deploy.lookUp': { levers: ['look-up-unsure'] },
  'deploy.temperature': { levers: ['answer-dice'] },
  'deploy.format': { levers: ['quantisation'] },
  'deploy.filter': {
    noLever:
      'each lab sees both kinds of error on its own model: how much is kept from being told differs (LOG.md)',
  },
  'deploy.sureness': { levers: ['calibration', 'abstain'] },
  'deploy.mark': { levers: ['watermark'] },
  'deploy.confidence': { levers: ['calibration'] },
  'deploy.tools': { levers: ['tools', 'tool-misuse'] },
  'deploy.cache': { levers: ['cache-staleness'] },
  'deploy.replicas': { noLever: 'it changes no model, but the simulated plant' },
  'deploy.retention': { levers: ['prompt-logging'] },
  'deploy.place': {
    noLever:
      'it changes no model: phones take as many times as long as their benchmark says (phones.test.ts), and what cannot be done is a rule',
  },
  'deploy.ownership': { noLever: 'it changes no model, but the bill, whose prices are made up' },
  'deploy.batch': {
    noLever:
      'it changes no model: what it does follows from the simulation and the measured speed (simulate.test.ts)',
  },
  'deploy.balancing': {
    noLever: 'it changes no model: what it does follows from the simulation (simulate.test.ts)',
  },
  'deploy.priceCents': { noLever: 'it changes no model' },
};

/**
 * What else players do (steering a rate by two is `bold-rate` again): bringing devices, noise over own text, how tightly an aligned model is held, votes and what is learnt from them, judging by principles, learning by
 * reward, hardening against attacks, buying exam sheets, asking what another decision would have
 * done, an adapter of one's own, and a place that a picture shall not be.
 */
const ELSEWHERE = [
  'workers',
  'dp-noise',
  'dpo-no-anchor',
  'align-pays',
  'reward-rl',
  'reward-model',
  'principles',
  'counterfactual',
  'red-team-hardening',
  'contamination-gap',
  'lora',
  'negative-prompt',
];

/** Levers that stand on players' screens. */
export const CHOSEN: ReadonlySet<string> = new Set([
  ...Object.values(CHOICES).flatMap((proof) => ('levers' in proof ? proof.levers : [])),
  ...ELSEWHERE,
]);
