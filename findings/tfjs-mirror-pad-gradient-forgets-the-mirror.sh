#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backend cpu. Seen on Node 20.
# Expected: a value that mirrorPad shows again at the edge gets the gradients of all its copies: 1, 3 and 1 for three values
#   padded by one on both sides in mode 'reflect', and 2, 1 and 2 in mode 'symmetric'.
# Seen: each value gets the gradient of its own place alone, 1, 1 and 1, as if the padding were zeros, and nothing is said.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

const gradient = (mode) => [...tf.grad((x) => tf.sum(tf.mirrorPad(x, [[1, 1]], mode)))(tf.tensor1d([1, 2, 3])).dataSync()].join();
async function main() {
  await tf.setBackend('cpu');
  const padded = [...tf.mirrorPad(tf.tensor1d([1, 2, 3]), [[1, 1]], 'reflect').dataSync()].join();
  const seen = { padded, reflect: gradient('reflect'), symmetric: gradient('symmetric') };
  console.log(JSON.stringify(seen));
  return seen.padded === '2,1,2,3,2' && seen.reflect === '1,1,1' && seen.symmetric === '1,1,1';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
