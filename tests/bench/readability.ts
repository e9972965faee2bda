/**
 * `npm run bench:readability`: trains the default model for a minute of one processor thread, as a weak device does, and
 * reads two hundred of its stories: how many sentences hold together? JSON last; exits non-zero below the bounds.
 */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { SAMPLE_CHOICE } from '../../server/referee/examine.ts';
import { probeTokensPerSecond, trainAndRead } from './train-and-read.ts';

/** Eight openers each, one for each of a world's plots. */
const SUITES = 25;
const SHOWN = 20;
const BOUNDS = { recognizedShare: 0.9, distinctShare: 0.6 };

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
  },
});
const [seconds, seed] = [Number(options.seconds), Number(options.seed)];
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('Give --seconds a number above 0 and --seed a whole number.');
  process.exit(2);
}

const tokensPerSecond = await probeTokensPerSecond(seed);
const { parameters, trained, readability, stories } = await trainAndRead(seed, {
  tokens: tokensPerSecond * seconds,
  maxMillis: seconds * 1000,
  suites: SUITES,
});
const recognizedShare = readability.recognized / Math.max(1, readability.sentences);
const distinctShare = readability.distinct / Math.max(1, readability.recognized);
const ok = recognizedShare >= BOUNDS.recognizedShare && distinctShare >= BOUNDS.distinctShare;
const samples = stories.slice(0, SHOWN);
if (!options.json) {
  console.log(samples.join('\n'));
  console.log(`${(100 * recognizedShare).toFixed(1)} % of ${readability.sentences} sentences hold together`);
}
console.log(
  JSON.stringify({
    ok,
    machine: { cores: cpus().length, processor: cpus()[0]?.model },
    seed,
    parameters,
    tokens: trained.tokens,
    trainingSeconds: trained.millis / 1000,
    trainLoss: trained.recentLoss,
    sampling: SAMPLE_CHOICE,
    recognizedShare,
    distinctShare,
    ...readability,
    bounds: BOUNDS,
    samples,
  }),
);
process.exitCode = ok ? 0 : 1;
