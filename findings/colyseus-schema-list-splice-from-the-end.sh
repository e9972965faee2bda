#!/usr/bin/env bash
# Package: @colyseus/schema 5.0.34.
# Expected: ArraySchema's splice() takes a negative start as an array's does, counted from the end, or throws.
# Seen: it returns the right items and changes the server's list as an array would, but sends something else. After
#   splice(-1, 1) the client still has the last item; after splice(-1) or splice(-2) its list is empty; an item inserted
#   by splice(-1, 0, item) is at its end. Nothing is thrown; where items are removed the server prints stack traces.
#   Later patches don't mend it. The same splice with its start counted from the front is right.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact @colyseus/schema@5.0.34 >/dev/null

cat >check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Decoder, Encoder, schema, t } from '@colyseus/schema';

const say = console.log;
say('@colyseus/schema', JSON.parse(readFileSync('node_modules/@colyseus/schema/package.json', 'utf8')).version);
let printed;
console.log = console.warn = console.error = console.trace = () => printed++;

const State = schema({ list: t.array('number') }, 'State');
/** [splice's arguments, the client's list after it, and after a later push(7)] */
const cases = [
  [[3, 1], [1, 2, 3], [1, 2, 3, 7]],
  [[-1, 1], [1, 2, 3, 4], [1, 2, 3, 7, 4]],
  [[-2, 1], [1, 2, 3, 4], [1, 2, 3, 7, 4]],
  [[-1], [], [7]],
  [[-2], [], [7]],
  [[-1, 0, 9], [1, 2, 3, 4, 9], [1, 2, 3, 4, 9, 7]],
];
let ok = true;
for (const [args, ...expected] of cases) {
  printed = 0;
  const array = [1, 2, 3, 4];
  const server = new State();
  server.list.push(...array);
  const encoder = new Encoder(server);
  const client = new Decoder(new State());
  client.decode(encoder.encodeAll());
  encoder.discardChanges();
  const seen = [];
  const asArray = [];
  for (const change of [(list) => list.splice(...args), (list) => list.push(7)]) {
    const [got, want] = [JSON.stringify(change(server.list)), JSON.stringify(change(array))];
    asArray.push(got === want && JSON.stringify([...server.list]) === JSON.stringify(array));
    client.decode(encoder.encode());
    encoder.discardChanges();
    seen.push([...client.state.list]);
  }
  const same = JSON.stringify(seen) === JSON.stringify(expected) && asArray.every(Boolean);
  ok &&= same;
  say(`  splice(${args.join(', ')}): client ${JSON.stringify(seen[0])}, and after a push(7) on the server`
    + ` ${JSON.stringify([...server.list])} the client has ${JSON.stringify(seen[1])}, prints: ${printed}`
    + (same ? '' : '  <- not so'));
}
process.exit(ok ? 0 : 1);
JS
node check.mjs
