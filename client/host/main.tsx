/** The host's entry. */

import { render } from 'preact';
import '../overlay/tokens.css';
import '../overlay/base.css';
import '../overlay/parts.css';
import '../overlay/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import '../stages/arena/arena.css';
import './host.css';
import './arena.css';
import { Host } from './Host.tsx';

const root = document.getElementById('app');
if (root) render(<Host />, root);
