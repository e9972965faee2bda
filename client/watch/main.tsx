/** The audience's entry. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import './watch.css';
import { showPage } from '../ui/show-page.tsx';
import { Watch } from './Watch.tsx';

void showPage(<Watch />, 'title.watch');
