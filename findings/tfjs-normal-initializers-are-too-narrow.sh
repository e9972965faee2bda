#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), its tf.initializers. Seen on Node 20.
# Expected: heNormal, glorotNormal and leCunNormal give weights with the standard deviation that they are named for and
#   documented with (the root of 2, of 1 by both fans' mean, or of 1, by the fan), as Keras' do, which widens the normal before it
#   cuts it off at two deviations.
# Seen: it is cut off without being widened: the deviation is 0.88 of what is said. Over ten layers a signal loses three
#   quarters of its size (0.88 to the tenth).
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
  const fan = 200;
  const deviation = (name) => Math.sqrt(tf.moments(tf.initializers[name]({ seed: 1 }).apply([fan, fan])).variance.dataSync()[0]);
  const seen = {
    heNormal: deviation('heNormal') / Math.sqrt(2 / fan),
    glorotNormal: deviation('glorotNormal') / Math.sqrt(1 / fan),
    leCunNormal: deviation('leCunNormal') / Math.sqrt(1 / fan),
    glorotUniform: deviation('glorotUniform') / Math.sqrt(1 / fan),
  };
  console.log(JSON.stringify(seen));
  const isNarrow = (share) => Math.abs(share - 0.88) < 0.02;
  return isNarrow(seen.heNormal) && isNarrow(seen.glorotNormal) && isNarrow(seen.leCunNormal) && Math.abs(seen.glorotUniform - 1) < 0.02;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
