/**
 * `npm run bench:quality -- --against COMMIT`: how much better the default model is after the same time of one processor thread than on
 * an older commit, which is checked out beside this one; JSON last. `--seconds`, `--seed` (the first one) and `--seeds` (how many).
 */

import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { meanShare, shareToReach } from './quality-figures.ts';
import type { QualityFound, QualityRequest } from './quality-run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BENCH = join('tests', 'bench');
/** Both trees are measured by today's rules, so these go into the older one. */
const MEASURING = ['quality-run.ts', 'train-and-read.ts'];
/** Lengths of runs by which it is found how soon the older commit's end is reached, in shares of the time. */
const SHORTER = [0.5, 0.35, 0.25, 0.15];
/** Each tree's speed is the best of so many short trials in turns: others on the machine can only slow one down. */
const SPEED_TRIALS = 3;

/** Unless told, seeds are drawn from above those that anything was ever tuned on. */
const FIRST_FRESH_SEED = 10_000;
const SEED_RANGE = 1_000_000_000;

const { values: options } = parseArgs({
  options: {
    against: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(FIRST_FRESH_SEED + (Date.now() % SEED_RANGE)) },
    seeds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [seconds, firstSeed, seedCount] = [options.seconds, options.seed, options.seeds].map(Number);
if (!options.against || !(seconds > 0) || !Number.isInteger(firstSeed) || !(seedCount >= 1)) {
  console.error('Give --against a commit, --seconds a number above 0, --seed and --seeds whole numbers.');
  process.exit(2);
}

/** The older commit's tree in a folder of its own, with our packages. Throws an Error where git does not know the commit. */
function checkOut(commit: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'loss-leaders-then-'));
  const archive = spawnSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 31 - 1 });
  const unpacked = spawnSync('tar', ['-x', '-C', tree], { input: archive.stdout });
  if (archive.status !== 0 || unpacked.status !== 0)
    throw new Error(`no commit ${commit} to compare with: ${archive.stderr.toString().trim()}`);
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  for (const file of MEASURING) copyFileSync(join(ROOT, BENCH, file), join(tree, BENCH, file));
  return tree;
}

/** Has one tree answer one request, in a process of its own. */
async function ask(tree: string, request: QualityRequest): Promise<QualityFound> {
  const args = ['--import', 'tsx', join(BENCH, 'quality-run.ts'), JSON.stringify(request)];
  const child = spawn(process.execPath, args, { cwd: tree, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  if (code !== 0) throw new Error(`the run on seed ${request.seed} in ${tree} ended with ${code}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as QualityFound;
}

/** The tree of this checkout, and the older one. */
type Tree = 'today' | 'older';
type Speeds = Record<Tree, number>;

async function measureSpeeds(older: string): Promise<Speeds> {
  const speeds = { today: 0, older: 0 };
  for (let trial = 0; trial < SPEED_TRIALS; trial++) {
    for (const [name, tree] of [['older', older] as const, ['today', ROOT] as const]) {
      const { tokensPerSecond = 0 } = await ask(tree, { seed: firstSeed, ask: 'speed' });
      speeds[name] = Math.max(speeds[name], tokensPerSecond);
    }
  }
  return speeds;
}

type Figures = Required<Omit<QualityFound, 'tokensPerSecond'>>;

interface SeedResult extends Record<Tree, Figures> {
  timeToSame: number;
}

async function measureSeed(olderTree: string, seed: number, speeds: Speeds): Promise<SeedResult> {
  const whole = async (tree: string, speed: number): Promise<Figures> =>
    (await ask(tree, { seed, ask: 'whole', tokens: Math.round(speed * seconds) })) as Figures;
  const older = await whole(olderTree, speeds.older);
  const today = await whole(ROOT, speeds.today);
  const runs = [{ share: 1, bitsPerByte: today.bitsPerByte }];
  for (const share of SHORTER) {
    const tokens = Math.round(speeds.today * seconds * share);
    const { bitsPerByte = NaN } = await ask(ROOT, { seed, ask: 'bits', tokens });
    runs.push({ share, bitsPerByte });
    if (bitsPerByte > older.bitsPerByte) break;
  }
  return { today, older, timeToSame: shareToReach(older.bitsPerByte, runs) };
}

/** What the report calls the figures of each tree. */
const NAMES: Record<Tree, string> = { today: 'now', older: 'then' };
const TREES = ['today', 'older'] as const;
const nowAndThen = (figureOf: (tree: Tree) => number): object =>
  Object.fromEntries(TREES.map((tree) => [NAMES[tree], figureOf(tree)]));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number): number => Number(value.toFixed(4));

async function main(against: string): Promise<void> {
  const older = checkOut(against);
  const results: SeedResult[] = [];
  try {
    const speeds = await measureSpeeds(older);
    for (let seed = firstSeed; seed < firstSeed + seedCount; seed++) {
      const result = await measureSeed(older, seed, speeds);
      results.push(result);
      console.log(`seed ${seed}: ${JSON.stringify(result)}`);
    }
    const of = (tree: Tree, figure: keyof Figures): number =>
      rounded(mean(results.map((result) => result[tree][figure])));
    const both = (figure: keyof Figures): object => nowAndThen((tree) => of(tree, figure));
    const ratio = rounded(mean(results.map(({ today, older: old }) => today.bitsPerByte / old.bitsPerByte)));
    const time = meanShare(results.map(({ timeToSame }) => timeToSame));
    console.log(
      JSON.stringify({
        seconds,
        against,
        seeds: results.map((_, index) => firstSeed + index),
        tokensPerSecond: nowAndThen((tree) => Math.round(speeds[tree])),
        bitsPerByte: { ...both('bitsPerByte'), ratio },
        timeToSame: { ratio: rounded(time.ratio), low: rounded(time.low), high: rounded(time.high) },
        facts: both('facts'),
        truth: both('truth'),
        form: of('today', 'form'),
        recognized: of('today', 'recognized'),
        distinct: of('today', 'distinct'),
        before: {
          form: of('older', 'form'),
          recognized: of('older', 'recognized'),
          distinct: of('older', 'distinct'),
        },
      }),
    );
  } finally {
    rmSync(older, { recursive: true, force: true });
  }
}

await main(options.against);
