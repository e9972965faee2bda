/** Shows a player's page, and starts what the device does for every seat: its measurement, its training, its own text. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import { startLastWord } from '../stages/last-word.ts';
import { startOwnText } from '../lab/own-text.ts';
import { startBenchmark } from '../lab/device-benchmark.ts';
import { startScalingRuns } from '../lab/scaling-run.ts';
import { startPaintTrainer } from '../lab/paint-trainer.ts';
import { startPupilTrainer } from '../lab/pupil-trainer.ts';
import { startTrainer } from '../lab/trainer.ts';
import { startAnsweringTabs, whileSeated } from '../session/current.ts';
import { isRunning } from '../session/over.ts';
import { keepScreenOn, watchScreen } from '../session/screen-on.ts';
import { startSign } from '../session/sign.ts';
import type { TextKey } from '../i18n/en.ts';
import { showPage } from '../ui/show-page.tsx';

export async function showPlayer(page: preact.JSX.Element, title: TextKey): Promise<void> {
  if (!(await showPage(page, title))) return;
  for (const start of [
    startBenchmark,
    startTrainer,
    startPaintTrainer,
    startPupilTrainer,
    startScalingRuns,
    startOwnText,
    startLastWord,
    startSign,
  ])
    whileSeated(start);
  whileSeated((owner) => keepScreenOn(owner, () => isRunning(owner.match.value)));
  watchScreen();
  startAnsweringTabs();
}
