/** Takes as many documents from the start of a dataset as a portion or a sample has bytes. */

/** The first documents that together reach so many bytes (text is ASCII: bytes are characters). */
export function takeBytes<T extends { text: string }>(documents: readonly T[], bytes: number): T[] {
  const taken: T[] = [];
  let total = 0;
  for (const document of documents) {
    if (total >= bytes) break;
    taken.push(document);
    total += document.text.length;
  }
  return taken;
}
