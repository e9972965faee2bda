/** A grammar of whole sentences: templates in one trie of words, which finds the ones that a sentence fits and their slots' values. */

import type { Slots } from './template.ts';

/** Whether what the slots say holds; null when they say nothing that can be checked. */
export type Claim = (slots: Slots) => boolean | null;

export interface SentenceRules {
  /** Where such sentences stand: a kind of text. */
  kind: string;
  /** Each one whole sentence with {slots}. */
  templates: readonly string[];
  /** The texts that may fill a slot. */
  values(slot: string): Iterable<string>;
  /** Whether the values go together, such as a name and its pronoun. */
  fits(slots: Slots): boolean;
  claims: readonly Claim[];
}

export interface Reading {
  template: string;
  slots: Slots;
}

/** Ways to fill a slot, as lists of words under their first word. */
type Filler = ReadonlyMap<string, readonly { words: readonly string[]; value: string }[]>;

interface Node {
  words: Map<string, Node>;
  slots: Map<string, { name: string; filler: Filler; next: Node }>;
  /** Templates that end here. */
  templates: string[];
}

/** Words and marks; each keeps the space before it, so that nothing is lost. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s?(?:[A-Za-z0-9]+|[^\sA-Za-z0-9])|\s/g) ?? [];
}

function fillerOf(values: Iterable<string>, space: string): Filler {
  const filler = new Map<string, { words: readonly string[]; value: string }[]>();
  for (const value of new Set(values)) {
    const words = wordsOf(space + value);
    filler.set(words[0], [...(filler.get(words[0]) ?? []), { words, value }]);
  }
  return filler;
}

function createNode(): Node {
  return { words: new Map(), slots: new Map(), templates: [] };
}

/** A trie of all templates; those that begin alike share their beginning. */
export function compileRules(rules: SentenceRules): Node {
  const root = createNode();
  const fillers = new Map<string, Filler>();
  for (const template of rules.templates) {
    let node = root;
    for (const part of template.match(/\s?\{\w+\}|[^{}]+?(?=\s?\{|$)/g) ?? []) {
      const slot = /^(\s?)\{(\w+)\}$/.exec(part);
      if (slot === null) {
        for (const word of wordsOf(part)) {
          const next: Node = node.words.get(word) ?? createNode();
          node.words.set(word, next);
          node = next;
        }
        continue;
      }
      const [, space, name] = slot;
      const key = space + name;
      const filler = fillers.get(key) ?? fillerOf(rules.values(name), space);
      fillers.set(key, filler);
      const edge = node.slots.get(key) ?? { name, filler, next: createNode() };
      node.slots.set(key, edge);
      node = edge.next;
    }
    node.templates.push(template);
  }
  return root;
}

/** Every way to read the sentence; none when it fits no template. A slot that stands twice holds the same value twice. */
export function readings(root: Node, sentence: string): Reading[] {
  const words = wordsOf(sentence);
  const found: Reading[] = [];
  const slots: Record<string, string> = {};
  const walk = (node: Node, at: number): void => {
    if (at === words.length) {
      for (const template of node.templates) found.push({ template, slots: { ...slots } });
      return;
    }
    const next = node.words.get(words[at]);
    if (next) walk(next, at + 1);
    for (const edge of node.slots.values()) {
      const { name, filler } = edge;
      const before = slots[name];
      for (const { words: filling, value } of filler.get(words[at]) ?? []) {
        if (before !== undefined && before !== value) continue;
        if (filling.some((word, i) => words[at + i] !== word)) continue;
        slots[name] = value;
        walk(edge.next, at + filling.length);
      }
      if (before === undefined) delete slots[name];
    }
  };
  walk(root, 0);
  return found;
}
