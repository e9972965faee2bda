/** Painting: choose a size, then see the training and what comes of it. */

import '../image-stages.css';
import { PAINTER_SIZES } from '../../../shared/game/images/painter.ts';
import { SERVER_WORKER } from '../../../shared/game/match.ts';
import { PALETTE } from '../../../shared/world/pictures/palette.ts';
import { formatDecimal, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf, nameOf } from '../decision.ts';
import { Hung } from '../Hung.tsx';
import { paintPlanWords } from '../image-plan-words.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { useDraft } from '../use-draft.ts';
import { DEFAULT_PAINT_PLAN } from '../../../shared/game/images/painter.ts';
import docs from './docs.md?raw';
import { ownPaintOf, paintDraft, paintOf } from './draft.ts';

function whoPaints({ match, me }: Standpoint, painterId: string | null): string {
  if (painterId === null) return t('paint.done');
  if (painterId === SERVER_WORKER) return t('paint.byServer');
  return painterId === me.id
    ? t('paint.byYou')
    : t('paint.byOther', { name: nameOf(match.players, painterId) });
}

function Training({ standpoint }: { standpoint: Standpoint }) {
  const far = paintOf(standpoint.team);
  const own = ownPaintOf(standpoint.team);
  if (!far || !own) return null;
  const { steps, stepsTotal } = far;
  const last = own.parts.at(-1);
  return (
    <>
      <progress max={stepsTotal} value={steps} aria-label={t('paint.progress')} />
      <p role="status">{whoPaints(standpoint, own.painterId)}</p>
      <p class="small">
        {steps === 0
          ? t('paint.waiting')
          : t('paint.steps', { steps: formatNumber(steps), total: formatNumber(stepsTotal) })}
      </p>
      {last && (
        <p class="small">
          {t('paint.loss', { choices: formatDecimal(Math.exp(last.loss), 1), first: PALETTE.length })}
        </p>
      )}
      {own.shown.length > 0 && (
        <>
          <h2>{t('paint.shown')}</h2>
          <Hung title={t('paint.shown')} pictures={own.shown} hasCaptions />
        </>
      )}
    </>
  );
}

export function PaintPanel({ standpoint }: { standpoint: Standpoint }) {
  const decision = decisionOf(standpoint, 'paint');
  const plan = paintDraft.value;
  const restore = (drafted: typeof plan): void => void (paintDraft.value = drafted);
  useDraft(standpoint, { stage: 'paint', plan, first: DEFAULT_PAINT_PLAN, restore });
  return (
    <StageFrame
      title={t('paint.title')}
      lead={t('paint.lead')}
      part={String(decision.committed)}
      docs={docs}
      bar={<DecideBar decision={decision} proposed={{ stage: 'paint', plan }} note={paintPlanWords(plan)} />}
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="paint"
        words={paintPlanWords}
        onLoad={restore}
      />
      {!decision.committed && (
        <>
          <Choice
            legend={t('paint.size')}
            name="paint-size"
            options={PAINTER_SIZES.map((size) => ({ value: size, label: t(`paint.${size}`) }))}
            value={plan.size}
            onChoose={(size) => (paintDraft.value = { size })}
          />
          <p class="small">{t(`paint.${plan.size}.about`)}</p>
        </>
      )}
      <Training standpoint={standpoint} />
    </StageFrame>
  );
}
