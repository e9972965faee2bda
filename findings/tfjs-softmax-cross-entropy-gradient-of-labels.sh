#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backend cpu. Seen on Node 20.
# Expected: the loss is minus the sum of label times log-probability, so its gradient with respect to the labels is minus the
#   log-probabilities (ln 2 each for two equal logits): what learned or softened targets need.
# Seen: it is label minus probability, which is no derivative of this loss: 0 for equal logits and labels of one half. The
#   gradient with respect to the logits is right.
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
  const logits = tf.tensor2d([[0, 0]]);
  const loss = (labels) => tf.losses.softmaxCrossEntropy(labels, logits);
  const gradient = [...tf.grad(loss)(tf.tensor2d([[0.5, 0.5]])).dataSync()].join();
  const at = (first) => loss(tf.tensor2d([[first, 0.5]])).dataSync()[0];
  const real = at(1) - at(0);
  console.log(JSON.stringify({ gradient, real }));
  return gradient === '0,0' && Math.abs(real - Math.LN2) < 1e-5;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
