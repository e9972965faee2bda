/** Records by id: ids come from clients, so only a record's own entries count, and an id like `__proto__` is one like any other. */

/** The entry of this id, or undefined; never what every object inherits, such as `constructor`. */
export function lookUp<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** Enters a value under an id as the record's own, where plain assignment to `__proto__` would change what it inherits. */
export function put<T>(record: Record<string, T>, id: string, value: T): void {
  Object.defineProperty(record, id, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes the entry of this id out, if there is one. */
export function takeOut(record: Record<string, unknown>, id: string): void {
  Reflect.deleteProperty(record, id);
}
