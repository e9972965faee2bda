/** The scale stage: one compute budget, a ladder of sizes, and how far the model looks back. */

import { Curious } from '../../ui/Curious.tsx';
import { guessWords } from '../../i18n/guess.ts';
import { useEffect } from 'preact/hooks';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { DEFAULT_SCALE_PLAN, STARTS, tokensForPlan } from '../../../shared/game/stages/scale/plan.ts';
import { isOpen } from '../../../shared/game/level.ts';
import { CONTEXT_LENGTHS } from '../../../shared/game/training/model.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Choice } from '../../ui/Choice.tsx';
import { PaperBack } from '../../ui/Paper.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Term } from '../../ui/Term.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { extraWords, scalePlanWords } from '../plan-words.ts';
import { formatQuantity, formatSeconds } from '../../i18n/quantity.ts';
import { StageFrame } from '../StageFrame.tsx';
import { useDraft } from '../use-draft.ts';
import { Betting } from './Betting.tsx';
import docs from './docs.md?raw';
import { Architecture } from './Architecture.tsx';
import { bestSpeed, meanEpochs, scaleDraft, sizeOptions, vocabSizeOf, type SizeOption } from './options.ts';
import { Probing } from './Probing.tsx';

const tab = seatSignal<'size' | 'probe' | 'bet'>('size');
const TITLES = { size: 'scale.title', probe: 'scale.titleProbe', bet: 'scale.titleBet' } as const;
const LEADS = { size: 'scale.lead', probe: 'scale.leadProbe', bet: 'scale.leadBet' } as const;

interface LadderProps {
  options: readonly SizeOption[];
  locked: boolean;
}

/** Each rung shows the trade: the brick bar is parameters, the teal bar is what the model can read. */
function Ladder({ options, locked }: LadderProps) {
  const draft = scaleDraft.value;
  const most = { parameters: options[options.length - 1].parameters, tokens: options[0].tokens };
  return (
    <fieldset class="ladder" disabled={locked}>
      <legend class="unseen">{t('scale.sizes')}</legend>
      <p class="ladder-head small">
        <span />
        <Term name="parameters" />
        <span>{t('scale.columnTokens')}</span>
      </p>
      {options.map((option, index) => {
        const chosen = option.size === draft.size;
        const time = option.seconds === null ? t('scale.noDevice') : formatSeconds(option.seconds);
        const words = {
          parameters: formatQuantity(option.parameters),
          tokens: formatQuantity(option.tokens),
          time,
        };
        return (
          <label key={option.size} class={`rung ${chosen ? 'chosen on-mustard' : ''}`}>
            <PaperBack cut="slab" seed={index} fill={chosen ? 'var(--mustard)' : 'var(--sheet)'} />
            <input
              type="radio"
              name="size"
              checked={chosen}
              aria-label={`${t(`size.${option.size}`)}: ${t('scale.row', words)}`}
              onChange={() => (scaleDraft.value = { ...draft, size: option.size })}
            />
            <b class="title-face">{t(`size.${option.size}`)}</b>
            <span class="trade">
              <i
                style={{
                  width: `${(100 * option.parameters) / most.parameters}%`,
                  background: 'var(--brick)',
                }}
              />
              <span>{words.parameters}</span>
            </span>
            <span class="trade">
              <i style={{ width: `${(100 * option.tokens) / most.tokens}%`, background: 'var(--teal)' }} />
              <span>{words.tokens}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** From the second year on: whether last year's model is trained on, or a new one from nothing. */
function Start({ standpoint: { team }, locked }: { standpoint: Standpoint; locked: boolean }) {
  const ancestor = team.own?.ancestor;
  if (!ancestor) return null;
  const { start = 'scratch', ...draft } = scaleDraft.value;
  const { size, contextLength, architecture, bitsPerByte } = ancestor;
  const choose = (chosen: typeof start): void => {
    scaleDraft.value =
      chosen === 'checkpoint' ? { ...draft, start: chosen, size, contextLength, architecture } : draft;
  };
  return (
    <>
      <Choice
        legend={t('scale.start')}
        name="start"
        disabled={locked}
        options={STARTS.map((value) => ({ value, label: t(`scale.start.${value}`) }))}
        value={start}
        onChoose={choose}
      />
      <p class="small" aria-live="polite">
        {start === 'scratch'
          ? t('scale.startScratchAbout')
          : t('scale.startCheckpointAbout', {
              size: t(`size.${size}`),
              guess: bitsPerByte === null ? '?' : guessWords(bitsPerByte),
            })}
      </p>
    </>
  );
}

export function ScaleView({ standpoint }: { standpoint: Standpoint }) {
  const { match, team, members } = standpoint;
  const decision = decisionOf(standpoint, 'scale');
  const agreed = team.own?.plans.scale;
  useEffect(() => {
    if (agreed) scaleDraft.value = agreed;
  }, [agreed && JSON.stringify(agreed)]);
  const draft = scaleDraft.value;
  const restore = (plan: typeof draft): void => void (scaleDraft.value = plan);
  useDraft(standpoint, { stage: 'scale', plan: draft, first: DEFAULT_SCALE_PLAN, restore });
  const vocabSize = vocabSizeOf(team, draft);
  const isGoingOn = draft.start === 'checkpoint';
  const budget = match.budgetFlops ?? 1e12;
  const options = sizeOptions(vocabSize, draft, budget, bestSpeed(members));
  const chosen = options.find((option) => option.size === draft.size) ?? options[0];
  const isTrying = team.probes.length > 0 || draft.architecture === 'recurrent';
  const showsKinds = isOpen(match.settings?.level ?? 'first', 'architecture', isTrying);
  const clock = match.settings?.stageSeconds.pretrain ?? null;
  const epochs = meanEpochs(team.own?.text ?? null, tokensForPlan(draft, vocabSize, budget));
  const tooLong = chosen.seconds !== null && clock !== null && chosen.seconds > clock;
  const time = chosen.seconds === null ? t('scale.noDevice') : formatSeconds(chosen.seconds);
  return (
    <StageFrame
      title={t(TITLES[tab.value])}
      lead={t(LEADS[tab.value])}
      part={tab.value}
      docs={docs}
      numbers="scale"
      bar={
        <DecideBar
          decision={decision}
          proposed={{ stage: 'scale', plan: draft }}
          note={[t(`scale.brief.${chosen.size}`), ...extraWords(draft)].join(', ')}
        />
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="scale"
        words={(proposed) => scalePlanWords(proposed, vocabSize)}
        onLoad={restore}
      />
      <Tabs
        label={t('stage.scale')}
        current={tab}
        tabs={[
          { id: 'size', label: t('scale.tabSize') },
          { id: 'probe', label: t('scale.tabProbe') },
          { id: 'bet', label: t('scale.tabBet') },
        ]}
      />
      {tab.value === 'probe' && <Probing standpoint={standpoint} />}
      {tab.value === 'bet' && <Betting standpoint={standpoint} locked={decision.committed} />}
      {tab.value === 'size' && (
        <>
          <Start standpoint={standpoint} locked={decision.committed} />
          {showsKinds && <Architecture vocabSize={vocabSize} locked={decision.committed || isGoingOn} />}
          <Ladder options={options} locked={decision.committed || isGoingOn} />
          <p class="facts" aria-live="polite">
            {t('scale.columnTime')} {time}
            {epochs !== null && <> · {t('scale.epochs', { epochs: formatDecimal(epochs, 1) })}</>}
          </p>
          {tooLong && <p class="small warn">{t('scale.tooLong', { time, clock: formatSeconds(clock) })}</p>}
          <Choice
            legend={t(draft.architecture === 'recurrent' ? 'scale.contextRecurrent' : 'scale.context')}
            name="context"
            disabled={decision.committed || isGoingOn}
            options={CONTEXT_LENGTHS.map((length) => ({
              value: length,
              label: t('scale.contextTokens', { tokens: length }),
            }))}
            value={draft.contextLength}
            onChoose={(contextLength) => (scaleDraft.value = { ...draft, contextLength })}
          />
          <Curious>
            {t('scale.perParameter', { count: formatQuantity(chosen.tokens / chosen.parameters) })}.{' '}
            {t('scale.advice')} <Term name="context" /> · <Term name="compute" />
          </Curious>
        </>
      )}
    </StageFrame>
  );
}
