/** `npm run match`: a headless match with bots on a real server; with --json its results are the last line on stdout. */

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PRESETS, TEAM_COUNT_RANGE } from '../../shared/game/settings.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { DEFAULT_TEAMS, readChoices } from './choices.ts';
import { unmetOfImages, type ImageReport } from './image-report.ts';
import { playImages, playMatch, type MatchOptions } from './play.ts';
import type { MatchReport } from './report.ts';

/** Trains the default model long enough to read, three teams at once on two cores, in about two minutes. */
const DEFAULT_BUDGET_FLOPS = 1.2e12;

/** More are no test but an experiment. */
const MOST_SEEDS = 100;

const USAGE = `npm run match -- [options]
  --teams N         teams (3, or as many as there are choices)
  --preset NAME     how many generations: short, workshop (one) or long (two); images plays a match of pictures
  --players N       players in each team (2)
  --seed N          the world, the weights and all other chance (7)
  --seeds A-B       a match for each of these seeds, one after the other
  --budget FLOPS    compute of each team (${DEFAULT_BUDGET_FLOPS})
  --round-rows N    rows of each device in a round, so that results don't depend on the machine's speed (by its pace)
  --choices FILE    what the teams choose; see tests/match/choices
  --check           fail unless ratings moved each model that was held, in form, wrecked free ones, and tests and hardening worked,
                    and products and the town's day show what documents, filters, bits and caches do;
                    of pictures, unless data, captions, copies and guidance did what they should
  --max-seconds N   give up on a match after this time (900)
  --json            print the results as one line of JSON, last
`;

const settings = z.object({
  teams: z.coerce.number().int().min(TEAM_COUNT_RANGE[0]).max(TEAM_COUNT_RANGE[1]).optional(),
  preset: z.enum(PRESETS).default('short'),
  players: z.coerce.number().int().min(1).max(8).default(2),
  seed: z.coerce.number().int().min(0).max(0xffffffff).default(7),
  seeds: z
    .string()
    .regex(/^\d{1,6}-\d{1,6}$/, 'must be two numbers, such as 1-5')
    .transform((range) => range.split('-').map(Number))
    .refine(
      ([first, last]) => first <= last && last - first < MOST_SEEDS,
      'must be at most 100 seeds, lowest first',
    )
    .optional(),
  budget: z.coerce.number().positive().max(1e15).default(DEFAULT_BUDGET_FLOPS),
  'round-rows': z.coerce.number().int().min(16).max(100_000).optional(),
  'max-seconds': z.coerce.number().positive().default(900),
  choices: z.string().optional(),
});

function readSettings(): { given: z.infer<typeof settings>; json: boolean; check: boolean } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      teams: text,
      players: text,
      seed: text,
      preset: text,
      seeds: text,
      budget: text,
      choices: text,
      'max-seconds': text,
      'round-rows': text,
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const { json, check, ...rest } = values;
  const given = settings.safeParse(rest);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  return { given: given.data, json, check };
}

/** The results for people. */
function summarize(report: MatchReport): string {
  const rows = report.teams.map((team) => {
    const { name, params, tokens, rounds, workers, heldOut, trigramBitsPerByte, evals, samples } = team;
    const shares = ['exercises', 'facts', 'form'].map(
      (eval_) => `${eval_} ${Math.round(100 * evals[eval_].score)} %`,
    );
    const loss = `${heldOut.at(-1)?.bitsPerByte.toFixed(3)} bits/byte (trigram ${trigramBitsPerByte.toFixed(3)})`;
    const sample = samples.pretrained[0];
    return `${name}: ${params} parameters, ${tokens} tokens in ${rounds} rounds by ${workers.length} devices, ${loss}, ${shares.join(', ')}\n  ${sample.prompt}|${sample.text}`;
  });
  return [...rows, ...report.errors.map((error) => `! ${error}`), report.ok ? 'ok' : 'not ok'].join('\n');
}

/** What became of alignment, in one line. */
function alignmentLine({ seed, teams }: MatchReport): string {
  const shares = teams.map(({ name, align: { before, after, traitRise, anchor, pairsUsed } }) => {
    if (!before || !after || !traitRise) return `${name}: not aligned`;
    const [from, to] = [before, after].map(({ preferredShare }) => preferredShare.toFixed(2));
    const [low, high] = [traitRise.low, traitRise.high].map((end) => end.toFixed(2));
    const form = `${before.inFormShare.toFixed(2)} -> ${after.inFormShare.toFixed(2)}`;
    return `${name}: anchor ${anchor}, ${pairsUsed} pairs, trait ${from} -> ${to} (+${low} to +${high}), form ${form}`;
  });
  return `seed ${seed}: ${shares.join('; ')}`;
}

/** A match of pictures, a line for each lab. */
function summarizeImages({ seed, teams, errors }: ImageReport): string {
  const percent = ({ value }: { value: number }): string => `${Math.round(100 * value)} %`;
  const rows = teams.map(
    ({ name, images: { pictures, set, agreement, diversity, perKind, harms, frechet, score } }) => {
      const kinds = Object.entries(perKind).map(([kind, figure]) => `${kind} ${percent(figure)}`);
      const harm = Object.entries(harms).map(([kind, figure]) => `${kind} ${percent(figure)}`);
      const bought = `${pictures.sources.join('+')} -${pictures.cleaning.join('-')}, ${set.left ?? 0} pictures`;
      return `${name}: ${bought}; as asked ${percent(agreement)} (${kinds.join(', ')}); differ ${percent(diversity)}; Fréchet ${frechet.value.toFixed(0)}; ${harm.join(', ')}; ${score.total.toFixed(0)} points`;
    },
  );
  return [`seed ${seed}`, ...rows, ...errors.map((error) => `! ${error}`)].join('\n');
}

async function main(): Promise<number> {
  const { given, json, check } = readSettings();
  const [first, last] = given.seeds ?? [given.seed, given.seed];
  const choices = given.choices
    ? readChoices(given.choices, given.teams)
    : Array.from({ length: given.teams ?? DEFAULT_TEAMS }, (_, index) => defaultChoices(index));
  const startMs = performance.now();
  const log = (line: string): void =>
    void process.stderr.write(
      `${((performance.now() - startMs) / 1000).toFixed(1).padStart(6)} s  ${line}\n`,
    );
  // Only the results go to stdout; what the server and its packages say, some while they load, goes to stderr.
  console.log = console.error;
  console.info = console.error;
  const { createApp } = await import('../../server/app.ts');
  const app = await createApp({ port: 0, allowExperiments: true });
  const reports: (MatchReport | ImageReport)[] = [];
  for (let seed = first; seed <= last; seed++) {
    const options: MatchOptions = {
      url: app.url,
      seed,
      preset: given.preset,
      /* Every stage is played, also those that a preset leaves out. */
      leftOut: [],
      teamCount: choices.length,
      playersPerTeam: given.players,
      budgetFlops: given.budget,
      roundRows: given['round-rows'] ?? null,
      choices,
      maxSeconds: given['max-seconds'],
      log,
    };
    if (given.preset === 'images') {
      /* The server trains for bots. */
      const report = await playImages({ ...options, devicesPerTeam: 0 });
      const errors = [...report.errors, ...(check ? unmetOfImages(report) : [])];
      reports.push({ ...report, errors, ok: report.ok && errors.length === 0 });
      log(summarizeImages(report));
    } else {
      const report = await playMatch(options);
      const errors = [...report.errors, ...(check ? report.unmet : [])];
      reports.push({ ...report, errors, ok: report.ok && errors.length === 0 });
      log(alignmentLine(report));
    }
    for (const error of reports.at(-1)?.errors ?? []) log(`! ${error}`);
  }
  await app.close();
  const ok = reports.every((report) => report.ok);
  const document = given.seeds ? { ok, matches: reports } : reports[0];
  const summaries = reports.map((report) =>
    'generations' in report ? summarize(report) : summarizeImages(report),
  );
  process.stdout.write(`${json ? JSON.stringify(document) : summaries.join('\n')}\n`);
  return ok ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
