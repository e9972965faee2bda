/** The entry of the image lab, where a device trains a painter. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../stages/shell.css';
import './images.css';
import { showPage } from '../ui/show-page.tsx';
import { Images } from './Images.tsx';

void showPage(<Images />, 'title.images');
