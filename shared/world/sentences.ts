/** Cuts text into sentences, with speech kept whole: what stands in quotes belongs to the sentence around it. */

/** [open, close] places of the quotes that have both; a mark that opens after a space and is never closed is not one. */
function quotedSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let open: number | null = null;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const opens = at === 0 || /\s/.test(text[at - 1]);
    if (opens) open = at;
    else if (open !== null) {
      spans.push([open, at]);
      open = null;
    }
  }
  return spans;
}

/**
 * The sentences of a text in order. A sentence ends with . ! or ?, outside of quotes or just before their end, unless the
 * speaker follows in lower case: `"What is it?" asked Mina.` is one. Text after the last end is unfinished and left out.
 */
export function sentencesOf(text: string): string[] {
  const spans = quotedSpans(text);
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]+("?)(?=\s|$)/g)) {
    const end = match.index + match[0].length;
    if (spans.some(([open, close]) => open < match.index && close >= end)) continue;
    if (match[1] === '"' && /^\s+[a-z]/.test(text.slice(end))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  return sentences;
}
