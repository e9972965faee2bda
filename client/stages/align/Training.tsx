/** How to train on the votes: how much to hold on, and whose pairs; each with what it means. */

import { Curious } from '../../ui/Curious.tsx';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { GATE_IN_FORM_SHARE } from '../../../shared/game/stages/align/preferences.ts';
import { FRIENDLY_SHARE } from '../../../shared/game/stages/align/verdict.ts';
import { KL_WEIGHTS, METHODS, POOLS, SFT_WEIGHTS } from '../../../shared/game/stages/align/state.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { alignDraft } from './draft.ts';
import { Judge } from './Judge.tsx';
import { LearntReward } from './LearntReward.tsx';
import { SignalMeter } from './Rating.tsx';

/** Why a model that is not in form should be tuned first; nothing where it is. */
function Gate({ standpoint: { team } }: { standpoint: Standpoint }) {
  const share = team.own?.alignment.before?.inFormShare ?? null;
  if (!team.runs['fine-tune']) return <p class="warn">{t('align.gateUntuned')}</p>;
  if (share === null || share >= GATE_IN_FORM_SHARE) return null;
  const words = { share: Math.round(share * 100), gate: Math.round(GATE_IN_FORM_SHARE * 100) };
  return <p class="warn">{t('align.gate', words)}</p>;
}

/** Said before anybody trains, where the model has what is voted for already. */
function FriendlyAlready({ standpoint: { team } }: { standpoint: Standpoint }) {
  const share = team.own?.alignment.before?.kindShare ?? 0;
  if (share < FRIENDLY_SHARE) return null;
  return <p class="small">{t('align.friendlyAlready', { share: Math.round(share * 100) })}</p>;
}

/** How much it practises good answers and old cards beside the pairs. */
function Anchor({ locked }: { locked: boolean }) {
  const draft = alignDraft.value;
  return (
    <>
      <Slider
        label={t('align.sftWeight')}
        value={SFT_WEIGHTS.indexOf(draft.sftWeight)}
        max={SFT_WEIGHTS.length - 1}
        disabled={locked}
        fill="var(--teal)"
        valueText={t(`align.sftWeight.${draft.sftWeight}`)}
        onInput={(index) => (alignDraft.value = { ...draft, sftWeight: SFT_WEIGHTS[index] })}
      />
      <p class={draft.sftWeight === 0 ? 'warn' : 'small'} aria-live="polite">
        {t(`align.sftWeightAbout.${draft.sftWeight}`)} <Term name="anchor" />
      </p>
    </>
  );
}

/** What it costs to move away from the model before. */
function Distance({ locked }: { locked: boolean }) {
  const draft = alignDraft.value;
  const isLetGo = draft.klWeight === 0;
  return (
    <>
      <Slider
        label={t('align.klWeight')}
        value={KL_WEIGHTS.indexOf(draft.klWeight)}
        max={KL_WEIGHTS.length - 1}
        disabled={locked}
        fill="var(--teal)"
        valueText={t(`align.klWeight.${draft.klWeight}`)}
        onInput={(index) => (alignDraft.value = { ...draft, klWeight: KL_WEIGHTS[index] })}
      />
      <p class={isLetGo ? 'warn' : 'small'} aria-live="polite">
        {isLetGo
          ? t('align.klWeightAbout.0')
          : t('align.klWeightAbout', { points: formatDecimal(draft.klWeight, 1) })}{' '}
        <Term name={isLetGo ? 'rewardHacking' : 'kl'} />
      </p>
    </>
  );
}

export function Training({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const draft = alignDraft.value;
  const ownVotes = standpoint.team.own?.ownVotes ?? 0;
  return (
    <section class="lesson">
      <p>{t('align.trainLead')}</p>
      <LearntReward match={standpoint.match} bestOf={standpoint.team.own?.alignment.bestOf ?? null} />
      <Gate standpoint={standpoint} />
      <FriendlyAlready standpoint={standpoint} />
      <Judge locked={locked} />
      <Choice
        legend={t('align.method')}
        name="method"
        disabled={locked}
        options={METHODS.map((method) => ({ value: method, label: t(`align.method.${method}`) }))}
        value={draft.method}
        onChoose={(method) => (alignDraft.value = { ...draft, method })}
      />
      <p class="small">{t(`align.methodAbout.${draft.method}`)}</p>
      {draft.method === 'pairs' ? <Anchor locked={locked} /> : <Distance locked={locked} />}
      <Choice
        legend={t('align.pool')}
        name="pool"
        disabled={locked}
        options={POOLS.map((pool) => ({ value: pool, label: t(`align.pool.${pool}`) }))}
        value={draft.pool}
        onChoose={(pool) => (alignDraft.value = { ...draft, pool })}
      />
      {draft.principles.length === 0 && <p class="small">{t(`align.poolAbout.${draft.pool}`)}</p>}
      <Curious>
        <Term name={draft.method === 'pairs' ? 'dpo' : 'policyGradient'} />
      </Curious>
      {draft.principles.length === 0 && (
        <SignalMeter
          votes={draft.pool === 'own' ? ownVotes : standpoint.match.votes}
          ownVotes={draft.pool === 'own' ? 0 : ownVotes}
        />
      )}
    </section>
  );
}
