/** JSON of objects that the rules replace but never change, written once however often they are published. */

const written = new WeakMap<object, string>();

/** The object as JSON, or the empty string for none. Only for what is replaced as a whole: a later change is not seen. */
export function jsonOf(value: object | null | undefined): string {
  if (!value) return '';
  const known = written.get(value);
  if (known !== undefined) return known;
  const json = JSON.stringify(value);
  written.set(value, json);
  return json;
}
