/** Writes RESULTS.md from results: the levers that hold, and apart from them those that are off the board. */

import { isAsExpected } from './contrast.ts';
import type { Lever, LeverResult } from './lever.ts';

/** A lever with its rows of the table, in Markdown. */
export interface TableEntry {
  lever: Lever;
  rows: readonly string[];
  holds: boolean;
}

const HEADER = [
  '| Lever | Metric | Off -> on | Off | On | Difference (95 %) | Expected | CPU s a seed | Code |',
  '|---|---|---|---|---|---|---|---|---|',
];

const figure = (value: number): string => value.toFixed(3);
const signed = (value: number): string => `${value < 0 ? '' : '+'}${figure(value)}`;

/** How a row says that what was expected did not come. */
const MISSED = ', **but does not**';

/** A lever as it was measured, by this state of the code: a row for each contrast; what belongs to it as a whole stands in its first one. */
export function entryOf(lever: Lever, result: LeverResult, code: string): TableEntry {
  const rows = result.contrasts.map((contrast, index) => {
    const { metric, off, on, meanOff, meanOn, difference, low, high, expected } = contrast;
    const isFirst = index === 0;
    const missed = isAsExpected(contrast, expected) ? '' : MISSED;
    return `| ${[
      isFirst ? `\`${lever.name}\`` : '',
      metric,
      `${off} -> ${on}`,
      figure(meanOff),
      figure(meanOn),
      `${signed(difference)} (${signed(low)} to ${signed(high)})`,
      `${expected}${missed}`,
      isFirst ? result.secondsPerSeed.toFixed(1) : '',
      isFirst ? code : '',
    ].join(' | ')} |`;
  });
  return { lever, rows, holds: result.holds };
}

/** A lever as an older table has it, which is how it stays where this machine has not measured it; null where that has no such lever. */
export function entryFrom(table: string, lever: Lever): TableEntry | null {
  const lines = table.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`| \`${lever.name}\` |`));
  if (first < 0) return null;
  const after = lines.findIndex((line, index) => index > first && !line.startsWith('|  |'));
  const rows = lines.slice(first, after < 0 ? undefined : after);
  return { lever, rows, holds: rows.every((row) => !row.includes(MISSED)) };
}

/** What the arms and metrics of a lever are, in words. */
function legendOf({ lever }: TableEntry): string {
  const told = (parts: Readonly<Record<string, string>>): string =>
    Object.entries(parts)
      .map(([name, words]) => `*${name}*: ${words}`)
      .join('; ');
  return `- \`${lever.name}\`: ${lever.question} Arms: ${told(lever.arms)}. Metrics: ${told(lever.metrics)}.`;
}

/** A table under a sentence about it. */
const section = (about: string, entries: readonly TableEntry[]): string[] =>
  entries.length > 0 ? [about, '', ...HEADER, ...entries.flatMap(({ rows }) => rows)] : ['None.'];

/** The whole file. All entries have these seeds; `chosen` are the levers that stand on players' screens. */
export function tableOf(
  entries: readonly TableEntry[],
  seeds: readonly number[],
  chosen: ReadonlySet<string>,
): string {
  const on = entries.filter(({ holds }) => holds);
  const off = entries.filter(({ holds }) => !holds);
  const lines = [
    '# What the levers do',
    '',
    '<!-- Written by `npm run levers`. Do not edit: run it again. -->',
    '',
    `${on.length} of ${entries.length} levers hold on the seeds ${seeds.join(', ')}, which nothing was tuned on. Means over these seeds; differences are paired by seed, with a`,
    "95 % interval of Student's t. Processor seconds are those of one thread for all arms together. *Code* names the state of the experiment's file and all that it",
    'imports. The method is in [README.md](README.md), all attempts are in [LOG.md](LOG.md).',
    '',
    '## On the board',
    '',
    'What players choose on their screens, and what it does.',
    '',
    ...HEADER,
    ...on.filter(({ lever }) => chosen.has(lever.name)).flatMap(({ rows }) => rows),
    '',
    '## True, but no choice of players',
    '',
    'What text, devices and decoding do to a model: the game is built on it, and no screen offers it as a choice.',
    '',
    ...HEADER,
    ...on.filter(({ lever }) => !chosen.has(lever.name)).flatMap(({ rows }) => rows),
    '',
    '## A claim too many',
    '',
    ...section(
      'Players choose these, and what the screens say holds; what is marked was claimed beside it, and these seeds do not show it.',
      off.filter(({ lever }) => chosen.has(lever.name)),
    ),
    '',
    '## Off the board',
    '',
    ...section(
      'Not every claim came true, so these are not shown to players.',
      off.filter(({ lever }) => !chosen.has(lever.name)),
    ),
    '',
    '## What was compared',
    '',
    ...entries.map(legendOf),
    '',
  ];
  return lines.join('\n');
}
