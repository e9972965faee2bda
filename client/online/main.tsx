/** The entry of the season's table. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import './online.css';
import { showPage } from '../ui/show-page.tsx';
import { Table } from './Table.tsx';

void showPage(<Table />, 'title.online');
