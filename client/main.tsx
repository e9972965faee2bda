/** The player's entry: shows the page, and starts the device's probe and training loop. */

import { render } from 'preact';
import './overlay/tokens.css';
import './overlay/base.css';
import './overlay/parts.css';
import './overlay/charts.css';
import './stages/shell.css';
import './stages/stages.css';
import './stages/results.css';
import './stages/data/cleaning.css';
import './stages/data/drawer.css';
import './stages/data/bench.css';
import './stages/align/align.css';
import './stages/arena/arena.css';
import { startOwnText } from './net/own-text.ts';
import { startProbe } from './net/probe.ts';
import { startProbeRuns } from './net/probe-run.ts';
import { startTrainer } from './net/trainer.ts';
import { Player } from './stages/Player.tsx';
import { keepWakeLockOnReturn } from './worker/wake-lock.ts';

const root = document.getElementById('app');
if (root) {
  render(<Player />, root);
  startProbe();
  startTrainer();
  startProbeRuns();
  startOwnText();
  keepWakeLockOnReturn();
}
