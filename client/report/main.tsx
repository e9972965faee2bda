/** The report's entry. */

import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import '../ui/charts.css';
import '../stages/stages.css';
import '../stages/results.css';
import '../stages/survey.css';
import './report.css';
import { showPage } from '../ui/show-page.tsx';
import { ReportPage } from './ReportPage.tsx';

void showPage(<ReportPage />, 'title.report');
