/** Reads JSON out of the synchronised state, each text once. */

/** The server wrote this JSON from typed values a moment ago, so its shape is trusted; only emptiness is checked. */
export function parse<T>(json: string | undefined): T | null {
  return json ? (JSON.parse(json) as T) : null;
}

/** What was read from each map by place: a filmstrip grows by one frame, and its old ones need no second reading. */
const alreadyRead = new WeakMap<object, { text: string; item: unknown }[]>();

/** Entries of a map by place, in order; what is missing is left out. `owner` is what stays the same from reading to reading. */
export function readSeries<T>(texts: Map<string, string>, owner: object = texts): T[] {
  const before = alreadyRead.get(owner);
  const read = Array.from({ length: texts.size }, (_, index) => {
    const text = texts.get(String(index)) ?? '';
    const known = before?.[index];
    return known?.text === text ? known : { text, item: parse<T>(text) };
  });
  alreadyRead.set(owner, read);
  return read.flatMap(({ item }) => (item === null ? [] : [item as T]));
}
