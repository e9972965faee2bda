/** What the town's law asks of a lab, what was found in its answers, and what that cost. */

import { FINES, PERSONAL_CENTS, type Charge } from '../../../shared/serving/fines.ts';
import { isMarked } from '../../../shared/game/stages/deploy/law.ts';
import { SPIKE_TIMES } from '../../../shared/game/stages/deploy/plant.ts';
import type { Hour, LabHour, TownEvent } from '../../../shared/game/stages/deploy/state.ts';
import type { DeployView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { coinsWords } from '../product-words.ts';

const isCharge = (event: TownEvent): event is Charge => event in FINES;

/** What an event brings; who is to be forgotten is known only when it has come. */
export function eventWords(event: TownEvent, forgotten = ''): string {
  return t(`deploy.event.${event}`, {
    times: SPIKE_TIMES,
    cents: isCharge(event) ? FINES[event] : 0,
    personal: PERSONAL_CENTS,
    who: forgotten === '' ? t('deploy.somebody') : forgotten,
  });
}

function labelWords({ found, fines }: LabHour): string {
  if (!isMarked(found)) return t('deploy.law.unmarked', { coins: coinsWords(fines.labels) });
  return t('deploy.law.marked', { green: found?.green ?? 0, pairs: found?.pairs ?? 0 });
}

function forgetWords(who: string, { fines }: LabHour): string {
  if (fines.forget === 0) return t('deploy.law.forgotten', { who });
  return t('deploy.law.told', { who, count: fines.forget / FINES.forget, coins: coinsWords(fines.forget) });
}

function suitWords({ suit, fines }: LabHour): string[] {
  if (!suit) return [];
  if (!suit.isReader) return [t('deploy.law.neverRead')];
  const { pages, recited } = suit;
  if (recited === 0) return [t('deploy.law.nothingRecited', { pages })];
  return [t('deploy.law.recited', { recited, pages, coins: coinsWords(fines.suit) })];
}

function logWords({ readLog, fines }: LabHour): string[] {
  return readLog ? [t('deploy.law.logs', { ...readLog, coins: coinsWords(fines.logs) })] : [];
}

/** A sentence for each rule that holds, for a suit, and for a log that was read. */
function lawWords({ rules }: Pick<DeployView, 'rules'>, { forgotten }: Hour, lab: LabHour): string[] {
  const harm = lab.fines.rule;
  return [
    ...(rules.includes('rule')
      ? [harm > 0 ? t('deploy.law.harm', { coins: coinsWords(harm) }) : t('deploy.law.noHarm')]
      : []),
    ...(rules.includes('labels') && lab.found ? [labelWords(lab)] : []),
    ...(rules.includes('forget') && forgotten !== '' ? [forgetWords(forgotten, lab)] : []),
    ...suitWords(lab),
    ...logWords(lab),
  ];
}

export function Law({ day, hour, lab }: { day: DeployView; hour: Hour; lab: LabHour }) {
  const words = lawWords(day, hour, lab);
  const quote = lab.suit?.quote;
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{t('deploy.law')}</h2>
      <ul class="deploy-facts">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {quote && (
        <p lang="en">
          {quote.start} <b class="model">{quote.said}</b>
        </p>
      )}
    </section>
  );
}
