#!/usr/bin/env bash
# Packages: @colyseus/core 0.18.17 (its SchemaSerializer, which every room with a Schema state uses), @colyseus/schema
#   5.0.34. Core's own "engines" asks for Node 22; what is shown here was seen on Node 20.
# Expected: a state larger than Encoder.BUFFER_SIZE (16 KiB unless set) costs a warning and a copy: the warning speaks
#   of raising a default, and the encoder does grow its buffer. Whoever joins receives the whole state.
# Seen: so it is for clients without a view. For a client with a StateView, in a room whose state has a field tagged
#   for views, the serializer encodes the shared part into a grown copy, but then starts on the view's part in its own
#   buffer of the old size. What was beyond that size is sent as zero bytes: the joiner decodes a state in which
#   entries are missing or have another text, and which may lack the fields tagged for it. Nothing is raised on either
#   side. It repeats for everyone who joins, and is right once Encoder.BUFFER_SIZE is set above the state's size.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @colyseus/core@0.18.17 @colyseus/schema@5.0.34 >/dev/null

cat >check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { SchemaSerializer } from '@colyseus/core';
import { Decoder, Encoder, StateView, schema, t } from '@colyseus/schema';

for (const name of ['@colyseus/core', '@colyseus/schema'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

const State = schema({ notes: t.map('string'), last: t.string(), secret: t.string().view() }, 'State');
const warn = console.warn;

function join(kib, notes, withView, size = 100) {
  Encoder.BUFFER_SIZE = kib * 1024;
  const state = new State();
  for (let i = 0; i < notes; i++) state.notes.set(`note ${i}`, `text ${i} `.padEnd(size, 'x'));
  state.last = 'the last shared field';
  state.secret = 'for this client';
  const serializer = new SchemaSerializer();
  serializer.reset(state);
  const view = new StateView();
  view.add(state);

  let warnings = 0;
  console.warn = () => warnings++;
  serializer.getFullState(withView ? { view } : {}); // the first who joins; what follows is for the second
  const bytes = serializer.getFullState(withView ? { view } : {}); // its first byte names the protocol's message
  const zeros = bytes.subarray(kib * 1024).findIndex((byte) => byte !== 0);
  const byServer = warnings;

  const joiner = new Decoder(new State());
  joiner.decode(bytes.subarray(1));
  console.warn = warn;
  const { state: got } = joiner;
  const wrong = [...state.notes].filter(([key, text]) => got.notes.get(key) !== text).length;
  const right = wrong === 0 && got.last === state.last && got.secret === (withView ? state.secret : undefined);
  console.log(`  buffer ${kib} KiB, ${bytes.length} bytes sent, ${withView ? 'with a view' : 'without a view'}:`
    + ` ${byServer} warnings by the server, ${warnings - byServer} by the joiner, ${Math.max(zeros, 0)} zero bytes from`
    + ` the buffer's end on, ${wrong} of ${notes} notes missing or`
    + ` wrong, secret ${JSON.stringify(got.secret)} -> ${right ? 'right' : 'WRONG'}`);
  return right;
}

const asDescribed = [
  join(16, 100, true) === true, // it fits
  join(16, 180, false) === true, // it doesn't, and no view
  join(16, 180, true) === false,
  join(16, 180, true, 101) === false,
  join(32, 180, true) === true, // a larger buffer
].every(Boolean);
process.exit(asDescribed ? 0 : 1);
JS
node check.mjs
