/** How much the lab holds out of its own text. */

import { t } from '../../i18n/t.ts';
import { HELD_OUT_SHARES } from '../../../shared/game/stages/data/plan.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Term } from '../../ui/Term.tsx';
import { basketPlan, changeBasket } from './basket.ts';

export function HeldOut({ locked }: { locked: boolean }) {
  const { heldOutShare } = basketPlan();
  return (
    <>
      <Choice
        legend={t('split.share')}
        name="held-out"
        disabled={locked}
        options={HELD_OUT_SHARES.map((value) => ({
          value,
          label: t('common.percent', { value: Math.round(value * 100) }),
        }))}
        value={heldOutShare}
        onChoose={(value) => changeBasket({ heldOutShare: value })}
      />
      <p class="small">
        {t('split.meaning')} <Term name="ownHeldOut" />
      </p>
    </>
  );
}
