/** Tells by a hash whether anything changed: in a value, whatever it is made of, or in what all objects inherit. */

import { createHash, type Hash } from 'node:crypto';

/** What a program's objects inherit: changed here, it is changed everywhere. */
const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  Map.prototype,
  Set.prototype,
  Promise.prototype,
] as const;

/** Numbers for functions and objects by identity, so that one put in another's place is noticed. */
const identities = new WeakMap<object, number>();
let identitiesGiven = 0;

function identityOf(value: unknown): string {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return `${typeof value} ${String(value)}`;
  }
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = identitiesGiven++));
  return `#${identity}`;
}

function prototypeName(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === Array.prototype) return '';
  if (prototype === null) return 'null';
  const maker: unknown = Reflect.get(prototype as object, 'constructor');
  return typeof maker === 'function' ? maker.name : '?';
}

/** Feeds a hash with all that can be told of a value; unlike JSON also NaN, undefined, -0, prototypes and own `__proto__`. */
function feed(hash: Hash, value: unknown, around: readonly object[]): void {
  if (typeof value === 'string') hash.update(`"${value.length}:${value}`);
  else if (typeof value === 'number') hash.update(Object.is(value, -0) ? 'n-0' : `n${value}`);
  else if (typeof value === 'symbol' || typeof value === 'function') hash.update(identityOf(value));
  else if (typeof value !== 'object' || value === null) hash.update(`${typeof value}${String(value)}`);
  else if (around.includes(value)) hash.update(`^${around.indexOf(value)}`);
  else feedObject(hash, value, [...around, value]);
}

function feedObject(hash: Hash, value: object, around: readonly object[]): void {
  hash.update(`${Array.isArray(value) ? `[${value.length}` : '{'}${prototypeName(value)}`);
  if (value instanceof Map || value instanceof Set) {
    for (const entry of value) feed(hash, entry, around);
  } else if (value instanceof Date) hash.update(String(value.getTime()));
  for (const key of Reflect.ownKeys(value).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    hash.update(`,${String(key).length}:${String(key)}=`);
    if (descriptor && 'value' in descriptor) feed(hash, descriptor.value, around);
    else hash.update(`${identityOf(descriptor?.get)} ${identityOf(descriptor?.set)}`);
  }
  hash.update('}');
}

export function hashOf(value: unknown): string {
  const hash = createHash('sha256');
  feed(hash, value, []);
  return hash.digest('hex');
}

/** A hash of what all objects inherit: names, symbols, kinds and identities of what is there. */
export function hashOfPrototypes(): string {
  const hash = createHash('sha256');
  for (const prototype of PROTOTYPES) {
    hash.update(`\n${identityOf(Object.getPrototypeOf(prototype))}`);
    for (const key of Reflect.ownKeys(prototype)) {
      const { value, get, set, ...kinds } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
      hash.update(`${String(key)} ${[value, get, set].map(identityOf).join(' ')} ${JSON.stringify(kinds)};`);
    }
  }
  return hash.digest('hex');
}
