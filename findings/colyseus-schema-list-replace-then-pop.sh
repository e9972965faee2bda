#!/usr/bin/env bash
# Package: @colyseus/schema 5.0.34.
# Expected: an ArraySchema may be changed by several of its methods within one patch, as any array: the client then
#   holds the server's list.
# Seen: some pairs leave the client with another list, though each call alone is right. Nothing is thrown; for most of
#   them nothing is printed either. It lasts: after one more push() in the next patch the lists still differ.
#   All lists: pop(), shift() or splice(1, 1), and then sort().
#   Numbers (strings do the same): unshift() and then shift(); an inserted value that is spliced out again.
#   Objects: a new object put in an index's place, and that index then removed (by pop(), shift() or splice(1, 1));
#   sort() after a new object came in the first or second one's place, in front, or between; such a replacement after
#   sort(); sort() and then pop() or shift(); an object put in front or between, and then replaced.
# The script tries each of eleven calls alone and all their pairs, on [5, 3, 4, 1], and lists those that go wrong.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact @colyseus/schema@5.0.34 >/dev/null

cat >check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Decoder, Encoder, schema, t } from '@colyseus/schema';

console.log('@colyseus/schema', JSON.parse(readFileSync('node_modules/@colyseus/schema/package.json', 'utf8')).version);
const Item = schema({ n: t.number() }, 'Item');
const plain = (item) => (typeof item === 'object' ? item.n : item);
const object = (n) => Object.assign(new Item(), { n });
const kinds = {
  numbers: [schema({ list: t.array('number') }, 'Numbers'), (n) => n],
  objects: [schema({ list: t.array(Item) }, 'Objects'), object],
};
const calls = {
  first: (list, item) => (list[0] = item), second: (list, item) => (list[1] = item),
  last: (list, item) => (list[list.length - 1] = item), pop: (list) => list.pop(), shift: (list) => list.shift(),
  push: (list, item) => list.push(item), unshift: (list, item) => list.unshift(item),
  sort: (list) => list.sort((a, b) => plain(a) - plain(b)), reverse: (list) => list.reverse(),
  cut: (list) => list.splice(1, 1), insert: (list, item) => list.splice(1, 0, item),
};
const names = Object.keys(calls);
const sequences = [...names.map((a) => [a]), ...names.flatMap((a) => names.map((b) => [a, b]))];
const wrong = { numbers: [], objects: [] };
for (const [kind, [State, make]] of Object.entries(kinds))
  for (const sequence of sequences) {
    const server = new State();
    for (const n of [5, 3, 4, 1]) server.list.push(make(n));
    const encoder = new Encoder(server), client = new Decoder(new State());
    client.decode(encoder.encodeAll());
    const patch = () => (client.decode(encoder.encode()), encoder.discardChanges());
    let printed = 0;
    console.warn = console.error = () => printed++;
    const lists = () => [server, client.state].map((state) => JSON.stringify([...state.list].map(plain)));
    encoder.discardChanges();
    sequence.forEach((name, i) => calls[name](server.list, make(7 + i)));
    patch();
    const [now, seen] = lists();
    server.list.push(make(99));
    patch();
    const [later, seenLater] = lists();
    if (now === seen && later === seenLater) continue;
    wrong[kind].push(sequence.join('+') + (now !== seen && later !== seenLater ? '' : ' (for a while)'));
    console.log(`  ${kind}, ${sequence.join(' then ')}: server ${now}, client ${seen}${printed ? ', printed a warning' : ''}`);
  }
const sortedAfter = ['pop+sort', 'shift+sort', 'cut+sort'];
const expected = {
  numbers: [...sortedAfter, 'unshift+shift', 'insert+cut'],
  objects: [...sortedAfter, 'last+pop', 'first+shift', 'second+cut', 'first+sort', 'second+sort', 'unshift+sort',
    'insert+sort', 'sort+first', 'sort+second', 'sort+last', 'sort+pop', 'sort+shift', 'unshift+first', 'insert+second'],
};
const sorted = (lists) => JSON.stringify([lists.numbers.sort(), lists.objects.sort()]);
process.exit(sorted(wrong) === sorted(expected) ? 0 : 1);
JS
node check.mjs
