/** A page of text with places in it marked. */

import type { Span } from '../../../../shared/data/search.ts';

/** `spans` are in order and don't overlap. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ start, length }, index) => {
        const before = index === 0 ? 0 : spans[index - 1].start + spans[index - 1].length;
        return (
          <>
            {text.slice(before, start)}
            <mark>{text.slice(start, start + length)}</mark>
          </>
        );
      })}
      {text.slice(spans.length === 0 ? 0 : spans[spans.length - 1].start + spans[spans.length - 1].length)}
    </>
  );
}
