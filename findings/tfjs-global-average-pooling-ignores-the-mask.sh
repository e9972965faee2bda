#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), its tf.layers. Seen on Node 20.
# Expected: behind an embedding with maskZero, globalAveragePooling1d averages what is not masked, as Keras does: 1.5 for
#   vectors 1 and 2 and a padded place.
# Seen: the padded place's vector is averaged in, 8/3 here, and nothing is said: how long a text was padded changes what the
#   model says of it.
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
  const embedding = tf.layers.embedding({ inputDim: 3, outputDim: 1, maskZero: true, weights: [tf.tensor2d([[5], [1], [2]])] });
  const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [3] }), embedding, tf.layers.globalAveragePooling1d()] });
  const mean = model.predict(tf.tensor2d([[1, 2, 0]])).dataSync()[0];
  console.log(JSON.stringify({ mean }));
  return Math.abs(mean - 8 / 3) < 1e-6;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
