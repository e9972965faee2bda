/** What the console says of a lab while it answers the quiz. */

import type { LabLine } from '../entry.ts';
import { proposalFacts } from '../lab-facts.ts';
import { t } from '../../i18n/t.ts';

export const labLine: LabLine = (match, team) => [t('quiz.guessing'), ...proposalFacts(match, team)];
