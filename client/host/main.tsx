/** The host's entry. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import './host.css';
import { showPage } from '../ui/show-page.tsx';
import { whileSeated } from '../session/current.ts';
import { keepScreenOn, watchScreen } from '../session/screen-on.ts';
import { Host } from './Host.tsx';

if (await showPage(<Host />, 'title.host')) {
  whileSeated((owner) => keepScreenOn(owner, () => true));
  watchScreen();
}
