/** The host's entry. */

import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/shell.css';
import '../stages/stages.css';
import '../stages/results.css';
import './host.css';
import { Host } from './Host.tsx';

const root = document.getElementById('app');
if (root) render(<Host />, root);
