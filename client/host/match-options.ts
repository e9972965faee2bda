/** The settings of a match as a link and as a file, and back again. */

import { z } from 'zod';
import { matchOptions, TIMED_STAGES, type MatchOptions } from '../../shared/game/match-options.ts';

/** Options, or the name of what is not as it should be. */
export type ReadOptions = { ok: true; value: MatchOptions } | { ok: false; field: string };

/** What files of this kind open with. */
const KIND = 'loss-leaders settings';
const VERSION = 1;
/** Far more than any settings take. */
export const MAX_FILE_BYTES = 16 * 1024;

const file = z.strictObject({
  kind: z.literal(KIND),
  version: z.literal(VERSION),
  settings: matchOptions,
});

/** Where a link has what: short enough to be read out. */
const NAMES = {
  preset: 'length',
  level: 'level',
  teamCount: 'labs',
  generations: 'years',
  leftOut: 'without',
  computeShare: 'compute',
  survey: 'questions',
  bots: 'bots',
  seed: 'seed',
} as const;
const IN_WORDS: readonly string[] = ['preset', 'level'] satisfies (keyof typeof NAMES)[];
/** What is on or off. */
const SWITCH = new Map([
  ['on', true],
  ['off', false],
]);

/** What a link says where nothing is left out. */
const NOTHING = 'nothing';

/** How a link says a value. */
function textOf(value: NonNullable<MatchOptions[keyof typeof NAMES]>): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return Array.isArray(value) ? value.join(',') || NOTHING : String(value);
}

/** What a text of a link says; what is no number becomes none, for the validator. */
function valueIn(key: string, text: string): unknown {
  if (key === 'leftOut') return text === NOTHING ? [] : text.split(',');
  if (key === 'survey' || key === 'bots') return SWITCH.get(text) ?? text;
  return IN_WORDS.includes(key) ? text : Number(text || NaN);
}

function fieldOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return [...(issue?.path ?? []), ...keys].join('.') || 'JSON';
}

/** A link that opens the start screen with these settings. */
export function optionsLink(origin: string, options: MatchOptions): string {
  const url = new URL('/host', origin);
  for (const [key, name] of Object.entries(NAMES)) {
    const value = options[key as keyof typeof NAMES];
    if (value === undefined) continue;
    url.searchParams.set(name, textOf(value));
  }
  for (const [stage, seconds] of Object.entries(options.stageSeconds ?? {}))
    url.searchParams.set(stage, String(seconds));
  return url.href;
}

/** What a link says of settings; null where it says nothing. */
export function optionsInLink(search: string): ReadOptions | null {
  const asked = new URLSearchParams(search);
  const named = Object.entries(NAMES).filter(([, name]) => asked.has(name));
  const timed = TIMED_STAGES.filter((stage) => asked.has(stage));
  if (named.length === 0 && timed.length === 0) return null;
  const numberOf = (name: string): number => Number(asked.get(name) || NaN);
  const given = Object.fromEntries(named.map(([key, name]) => [key, valueIn(key, asked.get(name) ?? '')]));
  const seconds = Object.fromEntries(timed.map((stage) => [stage, numberOf(stage)]));
  const standard = { preset: 'workshop', level: 'first', teamCount: 3 };
  const read = matchOptions.safeParse({
    ...standard,
    ...given,
    ...(timed.length > 0 ? { stageSeconds: seconds } : {}),
  });
  return read.success ? { ok: true, value: read.data } : { ok: false, field: fieldOf(read.error) };
}

/** The text of a file with these settings. */
export function optionsFile(options: MatchOptions): string {
  const content: z.infer<typeof file> = { kind: KIND, version: VERSION, settings: options };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export function optionsInFile(text: string): ReadOptions {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, field: 'JSON' };
  }
  const read = file.safeParse(json);
  return read.success ? { ok: true, value: read.data.settings } : { ok: false, field: fieldOf(read.error) };
}
