/** Labels on the wire: one short text for each document, so that eight fast swipers neither slow nor swell the patches. */

import { lookUp } from '../look-up.ts';
import type { Labels, Verdict } from '../stages/data/state.ts';
import type { OwnTeamState } from './state.ts';

type ByPlayer = Labels[string];

const SIGNS: Record<Verdict, string> = { keep: '+', toss: '-' };

/** What a team's labels were last written from. The rules replace a document's labels whenever one of them changes. */
interface Written {
  byDocument: Map<string, ByPlayer>;
  labellers: string[];
}

const written = new WeakMap<OwnTeamState, Written>();

/** `0+2-`: the first labeller keeps the document, the third tosses it. Labellers who are new join the list. */
function textOf(byPlayer: ByPlayer, labellers: string[]): string {
  return Object.entries(byPlayer)
    .map(([playerId, verdict]) => {
      if (!labellers.includes(playerId)) labellers.push(playerId);
      return `${labellers.indexOf(playerId)}${SIGNS[verdict]}`;
    })
    .join('');
}

export function projectLabels(own: OwnTeamState, labels: Labels): void {
  let last = written.get(own);
  if (!last) {
    last = { byDocument: new Map(), labellers: [] };
    written.set(own, last);
  }
  const { byDocument, labellers } = last;
  const names = Object.keys(labels);
  for (const name of names) {
    const byPlayer = lookUp(labels, name);
    if (!byPlayer || byDocument.get(name) === byPlayer) continue;
    byDocument.set(name, byPlayer);
    const text = textOf(byPlayer, labellers);
    if (own.labels.get(name) !== text) own.labels.set(name, text);
  }
  if (byDocument.size > names.length) {
    for (const name of Array.from(byDocument.keys())) {
      if (Object.hasOwn(labels, name)) continue;
      byDocument.delete(name);
      own.labels.delete(name);
    }
  }
  own.labellers = JSON.stringify(labellers);
}

function byPlayerOf(text: string, labellers: readonly string[]): ByPlayer {
  return Object.fromEntries(
    Array.from(text.matchAll(/(\d+)([+-])/g), ([, place, sign]) => [
      labellers[Number(place)] ?? '',
      sign === SIGNS.keep ? 'keep' : 'toss',
    ]),
  );
}

export function readLabels({ labels, labellers }: OwnTeamState): Labels {
  const ids = JSON.parse(labellers) as string[];
  /* Most documents carry one of a few texts, which need reading but once. */
  const read = new Map<string, ByPlayer>();
  return Object.fromEntries(
    Array.from(labels.entries(), ([name, text]) => {
      const byPlayer = read.get(text) ?? byPlayerOf(text, ids);
      read.set(text, byPlayer);
      return [name, byPlayer];
    }),
  );
}
