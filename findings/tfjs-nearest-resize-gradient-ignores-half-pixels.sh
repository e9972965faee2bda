#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backend cpu. Seen on Node 20.
# Expected: the gradient of resizeNearestNeighbor counts, for each pixel, how many pixels of the result show it, with the same
#   rule of choosing as forward.
# Seen: with halfPixelCenters, two by two pixels grown to three by three are shown 1, 2, 2 and 4 times; the gradient says 4, 2,
#   2 and 1. It takes the rule without half pixels, so whoever trains through it moves the wrong pixels, silently.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

async function main() {
  await tf.setBackend('cpu');
  const grown = (x) => tf.image.resizeNearestNeighbor(x, [3, 3], false, true);
  const shown = [...grown(tf.tensor4d([0, 1, 2, 3], [1, 2, 2, 1])).dataSync()];
  const times = [0, 1, 2, 3].map((pixel) => shown.filter((value) => value === pixel).length).join();
  const gradient = [...tf.grad((x) => tf.sum(grown(x)))(tf.ones([1, 2, 2, 1])).dataSync()].join();
  console.log(JSON.stringify({ times, gradient }));
  return times === '1,2,2,4' && gradient === '4,2,2,1';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
