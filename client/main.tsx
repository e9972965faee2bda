/** The player's entry: shows the page, and starts the device's benchmark and training loop. */

import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/charts.css';
import './stages/shell.css';
import './stages/stages.css';
import './stages/results.css';
import { startOwnText } from './lab/own-text.ts';
import { startBenchmark } from './lab/device-benchmark.ts';
import { startScalingRuns } from './lab/scaling-run.ts';
import { startTrainer } from './lab/trainer.ts';
import { whileSeated } from './session/current.ts';
import { Player } from './player/Player.tsx';
import { keepWakeLockOnReturn } from './lab/wake-lock.ts';

const root = document.getElementById('app');
if (root) {
  render(<Player />, root);
  for (const start of [startBenchmark, startTrainer, startScalingRuns, startOwnText]) whileSeated(start);
  keepWakeLockOnReturn();
}
