/** What the lab can decide while its model trains: another learning rate, or to stop early. */

import { t } from '../../i18n/t.ts';
import { peakFactor, RATE_FACTORS, type RateFactor } from '../../../shared/game/training/model.ts';
import type { PretrainPlan } from '../../../shared/game/match.ts';
import type { RunView } from '../../../shared/game/sync/view.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Term } from '../../ui/Term.tsx';
import { useBusy, type Decision } from '../decision.ts';
import { StopEarly } from './Stopping.tsx';

const wanted = seatSignal<RateFactor | null>(null);

export function proposePretrain(plan: PretrainPlan): Promise<unknown> {
  return send({ type: 'plan/propose', proposed: { stage: 'pretrain', plan } });
}

/** The factor in use, as the team chose it: without that of the plan made at scale. */
function chosenFactor({ team }: Standpoint, run: RunView): RateFactor {
  const planned = peakFactor(team.own?.plans.scale ?? {});
  return RATE_FACTORS.find((factor) => factor * planned === run.rateFactor) ?? 1;
}

export function Steering({
  standpoint,
  run,
  decision,
}: {
  standpoint: Standpoint;
  run: RunView;
  decision: Decision;
}) {
  const [busy, start] = useBusy();
  const now = chosenFactor(standpoint, run);
  const choice = wanted.value ?? now;
  const propose = (plan: PretrainPlan): void => start(() => proposePretrain(plan));
  return (
    <section>
      <p>{t('pretrain.rateNow', { rate: t(`pretrain.rate.${now}`).toLowerCase() })}</p>
      <Choice
        legend={t('pretrain.rateLegend')}
        name="rate"
        options={RATE_FACTORS.map((value) => ({ value, label: t(`pretrain.rate.${value}`) }))}
        value={choice}
        onChoose={(value) => (wanted.value = value)}
      />
      <div class="row">
        <Button
          testId="propose-rate"
          disabled={choice === now || busy.value}
          onPress={() => propose({ rateFactor: choice })}
        >
          {decision.alone ? t('proposal.decide') : t('pretrain.propose')}
        </Button>
      </div>
      <p class="small">{t('pretrain.steerLead')}</p>
      {run.status === 'running' && <StopEarly run={run} onStop={() => propose({ stopEarly: true })} />}
      <p class="small">
        <Term name="learningRate" /> · <Term name="checkpoint" /> · <Term name="earlyStopping" />
      </p>
    </section>
  );
}
