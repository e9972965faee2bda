#!/usr/bin/env bash
# Node 20.20 (no packages).
# Expected: `--input-type=module` says how to read the program that is given with `--eval`. A worker thread that this program
#   starts from a file is read by the file's own name, as everywhere.
# Seen: the worker inherits the flag with all others in `process.execArgv`, applies it to its file, and ends with
#   ERR_INPUT_TYPE_NOT_ALLOWED ("can only be used with string input"), although nobody gave it a flag, and although
#   the same line works in a program that is a file. A library that starts workers can't be tried out with
#   `node --input-type=module -e ...`, unless it passes `execArgv: []`.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat >worker.mjs <<'JS'
import { parentPort } from 'node:worker_threads';
parentPort.postMessage('ran');
JS
cat >program.mjs <<'JS'
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
const file = pathToFileURL('worker.mjs');
const start = (options) => new Promise((resolve) => {
  const worker = new Worker(file, options);
  worker.once('message', resolve);
  worker.once('error', ({ code }) => resolve(code));
});
console.log(JSON.stringify([await start({}), await start({ execArgv: [] })]));
JS
as_file="$(node program.mjs)"
as_text="$(node --input-type=module --eval "$(cat program.mjs)")"
echo "node $(node --version): as a file $as_file, as text $as_text (each: without options, with execArgv: [])"
[ "$as_file" = '["ran","ran"]' ] && [ "$as_text" = '["ERR_INPUT_TYPE_NOT_ALLOWED","ran"]' ]
