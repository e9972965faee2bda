#!/usr/bin/env bash
# Package: @colyseus/schema 5.0.34.
# Expected: a field of the type `number` carries any JavaScript number as it is, at worst in more bytes; at least it
#   agrees with `float64`. (Colyseus' documentation says that NaN and Infinity become 0, in integer types only.)
# Seen: every fraction which a 32-bit float meets to within 0.0001 is sent as that float, however small the number is:
#   0.1 arrives as 0.10000000149011612, 99999.99999 as 100000, and 5e-324 as 0. NaN arrives as 0, Infinity as
#   9007199254740991, -Infinity as its negative and -0 as 0. Nothing is raised or printed, so server and client compute
#   on with different numbers. Lists of numbers do the same. Whole numbers, and fractions that miss by more, are exact,
#   and `float64` is exact for all of these.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact @colyseus/schema@5.0.34 >/dev/null

cat >check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Decoder, Encoder, schema, t } from '@colyseus/schema';

console.log('@colyseus/schema', JSON.parse(readFileSync('node_modules/@colyseus/schema/package.json', 'utf8')).version);
let printed = 0;
console.warn = console.error = () => printed++;

const State = schema({ number: t.number(), float64: t.float64(), list: t.array('number') }, 'State');
/** [what is set, what a `number` arrives as] */
const cases = [
  [0.1, 0.10000000149011612],
  [99999.99999, 100000],
  [123456.789, 123456.7890625],
  [5e-324, 0],
  [NaN, 0],
  [Infinity, 9007199254740991],
  [-Infinity, -9007199254740991],
  [-0, 0],
  [1795976388680.123, 1795976388680.123],
  [2 ** 53, 2 ** 53],
  [1e300, 1e300],
];
let ok = true;
for (const [value, expected] of cases) {
  const state = new State();
  state.number = value;
  state.float64 = value;
  state.list.push(value);
  const client = new Decoder(new State());
  client.decode(new Encoder(state).encodeAll());
  const { number, float64, list } = client.state;
  const same = Object.is(number, expected) && Object.is(list[0], expected) && Object.is(float64, value);
  ok &&= same;
  console.log('  set', value, '-> number', number, ', in a list', list[0], ', float64', float64, same ? '' : '<- not so');
}
console.log(`  ${printed} warnings or errors printed`);
process.exit(ok && printed === 0 ? 0 : 1);
JS
node check.mjs
