#!/usr/bin/env bash
# Packages: @colyseus/core 0.18.17 with @pm2/io 6.1.0 beside it (an optional peer of core, and a dependency of
#   @colyseus/tools 0.18.4, so the package `colyseus` brings it), @colyseus/schema 5.0.34. Core's own "engines" asks
#   for Node 22; what is shown here was seen on Node 20.
# Expected: a game server's framework leaves alone how Node treats errors that nobody handles. A rejected promise
#   without a handler ends the process with code 1, or reaches one's own 'uncaughtException' listener.
# Seen: once the matchmaker is set up, core imports @pm2/io for two metrics, if it is installed. That import adds
#   listeners to the whole process. From then on a rejection without a handler is only printed; the process goes on and
#   ends with 0. If nothing was given as the reason, not a word is printed. An own 'uncaughtException' listener no
#   longer hears of rejections. A thrown error still ends the process with 1, unless one has a listener of one's own:
#   then that runs, and the error is printed as well. Without @pm2/io, or before the setup, Node's ways hold.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
add() { npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact "$@" >/dev/null; }

cat >app.mjs <<'JS'
import { matchMaker } from '@colyseus/core';
const [setup, fault, own] = process.argv.slice(2);
if (own) process.on('uncaughtException', (error) => console.log(`own listener: ${error.message}`));
if (setup === 'setup') await matchMaker.setup();
for (let i = 0; i < 20 && process.listenerCount('unhandledRejection') === 0; i++)
  await new Promise((resolve) => setTimeout(resolve, 100));
setTimeout(() => { console.log('still running'); process.exit(); }, 300);
if (fault === 'reject') Promise.reject(new Error('oops'));
if (fault === 'reject-nothing') Promise.reject();
if (fault === 'throw') setTimeout(() => { throw new Error('oops'); }, 0);
JS
cat >check.mjs <<'JS'
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
const version = (name) => {
  const file = `node_modules/${name}/package.json`;
  return `${name} ${existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'is not installed'}`;
};
console.log(`node ${process.version}, ${version('@colyseus/core')}, ${version('@pm2/io')}`);
let ok = true;
/** [arguments of app.mjs, exit code, whether it goes on, whether stderr says something, whether the own listener ran] */
const without = [
  ['setup reject', 1, false, true, false],
  ['setup reject own', 0, true, false, true],
];
const beside = [
  ['no-setup reject', 1, false, true, false],
  ['no-setup reject own', 0, true, false, true],
  ['setup reject', 0, true, true, false],
  ['setup reject-nothing', 0, true, false, false],
  ['setup reject own', 0, true, true, false],
  ['setup throw', 1, false, true, false],
  ['setup throw own', 0, true, true, true],
];
for (const [args, ...expected] of process.argv[2] === 'beside' ? beside : without) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app.mjs', ...args.split(' ')], { encoding: 'utf8' });
  const seen = [status, stdout.includes('still running'), stderr !== '', stdout.includes('own listener')];
  const same = JSON.stringify(seen) === JSON.stringify(expected);
  ok &&= same;
  console.log(`  ${args}: code ${seen[0]}, goes on: ${seen[1]}, prints: ${seen[2]}, own listener ran: ${seen[3]}`
    + (same ? '' : `  <- expected ${JSON.stringify(expected)}`));
}
process.exit(ok ? 0 : 1);
JS
add @colyseus/core@0.18.17 @colyseus/schema@5.0.34
node check.mjs without
add @pm2/io@6.1.0
node check.mjs beside
