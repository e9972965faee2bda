/** Writes RESULTS.md from results: the levers that hold, and apart from them those that are off the board. */

import { isAsExpected } from './contrast.ts';
import type { Lever, LeverResult } from './lever.ts';

/** A lever with its result and the state of the code that gave it. */
export interface TableEntry {
  lever: Lever;
  result: LeverResult;
  code: string;
}

const HEADER = [
  '| Lever | Metric | Off -> on | Off | On | Difference (95 %) | Expected | CPU s a seed | Code |',
  '|---|---|---|---|---|---|---|---|---|',
];

const figure = (value: number): string => value.toFixed(3);
const signed = (value: number): string => `${value < 0 ? '' : '+'}${figure(value)}`;

/** A row for each contrast; what belongs to the lever as a whole stands in its first one. */
function rowsOf({ lever, result, code }: TableEntry): string[] {
  return result.contrasts.map((contrast, index) => {
    const { metric, off, on, meanOff, meanOn, difference, low, high, expected } = contrast;
    const isFirst = index === 0;
    const missed = isAsExpected(contrast, expected) ? '' : ', **but does not**';
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
  entries.length > 0 ? [about, '', ...HEADER, ...entries.flatMap(rowsOf)] : ['None.'];

/** The whole file. All entries have the same seeds; `chosen` are the levers that stand on players' screens. */
export function tableOf(entries: readonly TableEntry[], chosen: ReadonlySet<string>): string {
  const seeds = entries[0]?.result.seeds.join(', ') ?? '';
  const on = entries.filter(({ result }) => result.holds);
  const off = entries.filter(({ result }) => !result.holds);
  const lines = [
    '# What the levers do',
    '',
    '<!-- Written by `npm run levers`. Do not edit: run it again. -->',
    '',
    `${on.length} of ${entries.length} levers hold on the seeds ${seeds}, which nothing was tuned on. Means over these seeds; differences are paired by seed, with a`,
    "95 % interval of Student's t. Processor seconds are those of one thread for all arms together. *Code* names the state of the experiment's file and all that it",
    'imports. The method is in [README.md](README.md), all attempts are in [LOG.md](LOG.md).',
    '',
    '## On the board',
    '',
    'What players choose on their screens, and what it does.',
    '',
    ...HEADER,
    ...on.filter(({ lever }) => chosen.has(lever.name)).flatMap(rowsOf),
    '',
    '## True, but no choice of players',
    '',
    'What text, devices and decoding do to a model: the game is built on it, and no screen offers it as a choice.',
    '',
    ...HEADER,
    ...on.filter(({ lever }) => !chosen.has(lever.name)).flatMap(rowsOf),
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
