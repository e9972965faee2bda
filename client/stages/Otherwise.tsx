/** What the clock takes for a lab in which nobody has touched anything: the standard plan, which may not be what the page shows. */

import { t } from '../i18n/t.ts';
import type { Decision } from './decision.ts';

export function Otherwise({
  decision,
  isUntouched,
  plan,
}: {
  decision: Decision;
  isUntouched: boolean;
  /** The standard plan in one line. */
  plan: string;
}) {
  if (decision.committed || decision.proposals.length > 0 || !isUntouched) return null;
  return <p class="small">{t('proposal.otherwise', { plan })}</p>;
}
