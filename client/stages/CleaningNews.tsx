/** What the referee found when it cleaned the lab's text: what went, what is left, and which true secrets can still be read. */

import { t } from '../i18n/t.ts';
import type { CleaningOutcome } from '../../shared/game/stages/data/cleaning.ts';
import { Term } from '../ui/Term.tsx';
import { formatBytes } from '../i18n/quantity.ts';

/** A sentence on what cleaning took out, where it took anything, on secrets, where any was told, and on leaked tests. */
export function cleaningSentences({ datasets, secrets, leaks }: CleaningOutcome): string[] {
  const sum = (field: 'tossed' | 'copies' | 'masked' | 'bytes' | 'bytesLeft'): number =>
    datasets.reduce((total, report) => total + report[field], 0);
  const [tossed, copies, masked] = [sum('tossed'), sum('copies'), sum('masked')];
  const left = formatBytes(sum('bytesLeft'));
  const all = formatBytes(sum('bytes'));
  return [
    ...(tossed + copies + masked > 0
      ? [t('debrief.stringCleaned', { tossed, copies, masked, left, all })]
      : []),
    ...(secrets ? [t('debrief.stringSecrets', { told: secrets.told, left: secrets.left })] : []),
    ...(leaks
      ? [t('debrief.stringLeaks', { documents: leaks.documents, exact: leaks.exact, near: leaks.near })]
      : []),
  ];
}

/** Nothing where nobody has looked yet. */
export function CleaningNews({ outcome }: { outcome: CleaningOutcome | null }) {
  const sentences = outcome ? cleaningSentences(outcome) : [];
  if (!outcome || sentences.length === 0) return null;
  return (
    <section class="cleaning-news small" data-testid="cleaning-news">
      <h2 class="small-title">{t('cleaning.news')}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {outcome.secrets?.examples.map((example) => (
        <p key={example} class="example tossed" lang="en">
          {example}
        </p>
      ))}
      <p>
        <Term name="nearCopy" /> · <Term name="classifier" /> · <Term name="scrubbing" /> ·{' '}
        <Term name="leakCheck" />
      </p>
    </section>
  );
}
