/** The scrubber: a switch, what its rules find in the bought text, and how that reads with the masks on. */

import { useEffect } from 'preact/hooks';
import { MASK, SECRET_RULES, type SecretRule } from '../../../shared/data/scrub.ts';
import { t } from '../../i18n/t.ts';
import { lookForSecrets, secretsFound } from '../../lab/cleaning.ts';
import type { SecretExample } from '../../lab/data-tools/api.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Term } from '../../ui/Term.tsx';
import { basketPlan, changeBasket } from './basket.ts';
import { ownedPortions } from './cleaning-draft.ts';

const EXAMPLES = 4;

/** A page with its masks, which tell what was under them: the team has bought it, after all. */
function Masked({ example: { text, found } }: { example: SecretExample }) {
  const starts = [0, ...found.map(({ end }) => end)];
  return (
    <p class="example" lang="en">
      {starts.map((from, index) => {
        const secret = found[index];
        return (
          <span key={from}>
            {text.slice(from, secret?.start)}
            {secret && (
              <mark class="on-stock" title={text.slice(secret.start, secret.end)}>
                {MASK}
              </mark>
            )}
          </span>
        );
      })}
    </p>
  );
}

/** What was told in words before what only looks like a code. */
function rankOf({ found }: SecretExample): number {
  return Math.min(...found.map(({ rule }) => SECRET_RULES.indexOf(rule)));
}

export function Secrets({ locked }: { locked: boolean }) {
  const plan = basketPlan();
  const portions = ownedPortions(plan);
  const key = JSON.stringify(portions);
  useEffect(() => void lookForSecrets(portions), [key]);
  if (portions.length === 0) return <p>{t('cleaning.nothing')}</p>;
  const found = portions.flatMap(({ kind }) => secretsFound.value[kind] ?? []);
  const countOf = (rule: SecretRule): number => found.reduce((sum, { counts }) => sum + counts[rule], 0);
  const count = SECRET_RULES.reduce((sum, rule) => sum + countOf(rule), 0);
  const examples = found
    .flatMap((one) => one.examples)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, EXAMPLES);
  return (
    <div class="cleaning-tool">
      <Choice
        legend={t('secrets.use')}
        name="secrets"
        disabled={locked}
        options={[
          { value: 'off', label: t('cleaning.off') },
          { value: 'on', label: t('cleaning.on') },
        ]}
        value={plan.cleaning.scrub ? 'on' : 'off'}
        onChoose={(chosen) => changeBasket({ scrub: chosen === 'on' })}
      />
      <p aria-live="polite">
        {found.length > 0 && (count > 0 ? t('secrets.total', { count }) : t('secrets.none'))}{' '}
        <Term name="scrubbing" />
      </p>
      {count > 0 && (
        <ul class="small found-list">
          {SECRET_RULES.filter((rule) => countOf(rule) > 0).map((rule) => (
            <li key={rule}>{t(`secrets.rule.${rule}`, { count: countOf(rule) })}</li>
          ))}
        </ul>
      )}
      <p class="small">{t('secrets.unknown')}</p>
      {examples.length > 0 && (
        <section class="examples" aria-label={t('secrets.examples')}>
          <h2 class="small-title">{t('secrets.examples')}</h2>
          {examples.map((example) => (
            <Masked key={example.text} example={example} />
          ))}
        </section>
      )}
    </div>
  );
}
