/** The entry of the page that tries out whether it will work. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../stages/shell.css';
import './check.css';
import { showPage } from '../ui/show-page.tsx';
import { Check } from './Check.tsx';

void showPage(<Check />, 'title.check');
