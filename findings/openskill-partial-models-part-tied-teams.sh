#!/usr/bin/env bash
# Software: openskill 4.1.1. Seen on Node 20.
# Expected: two teams that knew the same of each other before and shared a place are rated the same after it, and it makes no difference in which order the
#   teams of a game are handed over: so it is for Plackett-Luce and the models that compare all pairs, the default among them.
# Seen: the two models with partial pairing compare a team with its neighbours in the list. Of two equal teams that shared the second place behind a third, the one that was named
#   first loses as if it alone had been beaten (25.0 to 22.4), and the one named last keeps its rating; handed over the other way round it is the other one. Of three equal teams
#   that shared one place, the one in the middle ends more certain than the others. Shuffling ties first, or a full model, avoids it.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact openskill@4.1.1 >/dev/null
cat >check.cjs <<'JS'
const { rate, rating } = require('openskill');
const models = require('openskill/models');

/** Means and deviations of three equal teams after a game with these places. */
const after = (model, rank) =>
  rate([[rating()], [rating()], [rating()]], { model: models[model], rank }).map(([{ mu, sigma }]) => [mu.toFixed(1), sigma.toFixed(1)]);

let isAsSeen = true;
for (const model of ['plackettLuce', 'bradleyTerryFull', 'thurstoneMostellerFull', 'bradleyTerryPart', 'thurstoneMostellerPart']) {
  const [, second, third] = after(model, [1, 2, 2]);
  const shared = after(model, [1, 1, 1]);
  const isFair = second[0] === third[0] && new Set(shared.map(([, sigma]) => sigma)).size === 1;
  console.log(`${model}: shared second place ${second[0]} and ${third[0]}; deviations after a shared first place ${shared.map(([, sigma]) => sigma).join(', ')}`);
  isAsSeen &&= isFair === !model.endsWith('Part');
}
if (!isAsSeen) {
  console.error('openskill 4.1.1 does not do what is written above.');
  process.exit(1);
}
JS
node check.cjs
