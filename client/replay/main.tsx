/** The replay's entry. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import '../host/host.css';
import './replay.css';
import { showPage } from '../ui/show-page.tsx';
import { ReplayPage } from './ReplayPage.tsx';

void showPage(<ReplayPage />, 'title.replay');
