/** A very small markup for what players read: headings, paragraphs, lists, *terms* and **weight**. */

export type Inline = { tag: 'text' | 'em' | 'strong'; text: string };
export type Block = { tag: 'heading' | 'paragraph'; content: Inline[] } | { tag: 'list'; items: Inline[][] };

/** Splits a line at **strong** and *emphasis*. */
export function readInline(line: string): Inline[] {
  return line
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      if (part.startsWith('**')) return { tag: 'strong', text: part.slice(2, -2) };
      if (part.startsWith('*')) return { tag: 'em', text: part.slice(1, -1) };
      return { tag: 'text', text: part };
    });
}

/** Reads blocks that are separated by empty lines; lines of one block are joined. */
export function readProse(source: string): Block[] {
  return source
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): Block => {
      if (block.startsWith('#')) return { tag: 'heading', content: readInline(block.replace(/^#+\s*/, '')) };
      if (block.startsWith('- ')) {
        const items = block.split(/\n(?=- )/).map((item) => readInline(joinLines(item.slice(2))));
        return { tag: 'list', items };
      }
      return { tag: 'paragraph', content: readInline(joinLines(block)) };
    });
}

/** The first sentences of the first paragraph, as a text of its own; null where that is all there is. */
export function firstSentences(source: string, count: number): string | null {
  const paragraphs = source.split(/\n\s*\n/).map((block) => block.trim());
  const first = paragraphs.find((block) => block !== '' && !/^(#|- )/.test(block)) ?? '';
  const short = joinLines(first)
    .split(/(?<=[.!?])\s+/)
    .slice(0, count)
    .join(' ');
  return short === joinLines(source.trim()) ? null : short;
}

function joinLines(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
