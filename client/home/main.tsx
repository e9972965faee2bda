/** The entry of the page that is taken home: everything it needs is in its own file, and it asks nobody for anything. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/stages.css';
import '../stages/results.css';
import './home.css';
import { readHomeText, type HomeFile } from '../../shared/home/home-file.ts';
import { showPage } from '../ui/show-page.tsx';
import { HomePage } from './HomePage.tsx';

/** The model in this page; null where it can't be read. */
function ownModel(): HomeFile | null {
  try {
    return readHomeText(document.getElementById('loss-leaders-home')?.textContent ?? '');
  } catch (problem) {
    console.warn('This page holds no model:', problem);
    return null;
  }
}

void showPage(<HomePage home={ownModel()} />, 'home.title');
