/** Finds what keeps people out of a page: axe-core looks at contrast, names, roles, landmarks and order as they are now. */

import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright';

/** One line for each element that breaks a rule; none where everybody can use the page. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}
