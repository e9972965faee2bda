/** Sentence templates: text with {slots}, filled from a record or turned into a strict recognizer. */

export type Slots = Readonly<Record<string, string>>;

const SLOT = /\{(\w+)\}/g;

/** Fills every slot; a slot without a value is a bug and throws. */
export function fill(template: string, slots: Slots): string {
  return template.replace(SLOT, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no value for {${name}} in: ${template}`);
    return value;
  });
}

/** "a goat", "an otter". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function capitalize(text: string): string {
  return text === '' ? '' : text[0].toUpperCase() + text.slice(1);
}

/** The letters of a word with single spaces: "t i m p". */
export function spaced(word: string): string {
  return [...word].join(' ');
}

/**
 * A recognizer of whole texts made from a template: each slot takes one of its `values`; captured groups carry the slots'
 * names. A slot that stands twice must hold the same value twice.
 */
export function recognizer(template: string, values: (slot: string) => string): RegExp {
  const seen = new Set<string>();
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return escapeRegExp(part);
      if (seen.has(name)) return `\\k<${name}>`;
      seen.add(name);
      return `(?<${name}>${values(name)})`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

/** A regular expression that matches any one of the texts, longest first. */
export function oneOf(texts: Iterable<string>): string {
  return [...new Set(texts)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapeRegExp)
    .join('|');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
