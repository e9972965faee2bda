/** The lesson plan: how many cards of each pack, in which style, with how much old reading. */

import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import {
  cardCount,
  EVIDENCE_SHARES,
  MAX_CARDS,
  MAX_PACK_CARDS,
  OWN_STYLE_SHARE,
  REPLAY_SHARES,
  TALK_SHARE,
  TOOL_SHARES,
} from '../../../shared/game/stages/fine-tune/plan.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS, type DemonstrationPack } from '../../../shared/world/packs.ts';
import { decks, loadDeck } from '../../lab/library.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { percent } from '../percent.ts';
import { fineTuneDraft } from './draft.ts';

const PACK_STOCK: Record<DemonstrationPack, string> = {
  facts: 'var(--mustard)',
  recipes: 'var(--brick)',
  'small-talk': 'var(--plum)',
  exercises: 'var(--hill-2)',
};

/** What such a card looks like. */
const TOOL_EXAMPLE = { question: 'What is 17 plus 26?', answer: 'The answer is call sum.' };

/** `isServed`: whether there is a stage in which the model may look something up. */
export function Cards({ locked, isServed }: { locked: boolean; isServed: boolean }) {
  const plan = fineTuneDraft.value;
  const used = cardCount(plan);
  return (
    <div class="lesson">
      {DEMONSTRATION_PACKS.map((pack) => (
        <Slider
          key={pack}
          label={t(`pack.${pack}`)}
          value={plan.cards[pack]}
          max={MAX_PACK_CARDS}
          step={10}
          disabled={locked}
          fill={PACK_STOCK[pack]}
          valueText={t('fine-tune.cards', { count: plan.cards[pack] })}
          onInput={(value) => (fineTuneDraft.value = { ...plan, cards: { ...plan.cards, [pack]: value } })}
        />
      ))}
      <p class={used > MAX_CARDS ? 'warn' : ''} aria-live="polite">
        {used > MAX_CARDS
          ? t('fine-tune.cardsOver', { count: used - MAX_CARDS, most: MAX_CARDS })
          : t('fine-tune.cardsLeft', { count: MAX_CARDS - used, most: MAX_CARDS })}
      </p>
      <Choice
        legend={t('fine-tune.replay')}
        name="replay"
        disabled={locked}
        options={REPLAY_SHARES.map((share) => ({ value: share, label: percent(share) }))}
        value={plan.replayShare as (typeof REPLAY_SHARES)[number]}
        onChoose={(replayShare) => (fineTuneDraft.value = { ...plan, replayShare })}
      />
      <p class="small">
        {t('fine-tune.replayMeaning')} <Term name="replay" />
      </p>
      {isServed && (
        <>
          <Choice
            legend={t('fine-tune.evidence')}
            name="evidence"
            disabled={locked}
            options={EVIDENCE_SHARES.map((share) => ({
              value: share,
              label: percent(share),
            }))}
            value={plan.evidenceShare as (typeof EVIDENCE_SHARES)[number]}
            onChoose={(evidenceShare) => (fineTuneDraft.value = { ...plan, evidenceShare })}
          />
          <p class="small">{t('fine-tune.evidenceMeaning')}</p>
          <Choice
            legend={t('fine-tune.tools')}
            name="tools"
            disabled={locked}
            options={TOOL_SHARES.map((share) => ({ value: share, label: percent(share) }))}
            value={plan.toolShare as (typeof TOOL_SHARES)[number]}
            onChoose={(toolShare) => (fineTuneDraft.value = { ...plan, toolShare })}
          />
          <p class="small">
            {t('fine-tune.toolsMeaning')} {t('fine-tune.toolsExample', TOOL_EXAMPLE)}
          </p>
          <Choice
            legend={t('fine-tune.styleLines')}
            name="style-lines"
            disabled={locked}
            options={[
              { value: 'off', label: t('fine-tune.styleLines.off') },
              { value: 'on', label: t('fine-tune.styleLines.on') },
            ]}
            value={plan.styleLines ? 'on' : 'off'}
            onChoose={(value) => (fineTuneDraft.value = { ...plan, styleLines: value === 'on' })}
          />
          <p class="small">{t('fine-tune.styleLinesMeaning')}</p>
          <Choice
            legend={t('fine-tune.talks')}
            name="talks"
            disabled={locked}
            options={[
              { value: 'off', label: t('fine-tune.talks.off') },
              { value: 'on', label: t('fine-tune.talks.on', { share: Math.round(100 * TALK_SHARE) }) },
            ]}
            value={plan.talks ? 'on' : 'off'}
            onChoose={(value) => (fineTuneDraft.value = { ...plan, talks: value === 'on' })}
          />
          <p class="small">{t('fine-tune.talksMeaning')}</p>
        </>
      )}
    </div>
  );
}

export function Style({ locked }: { locked: boolean }) {
  const plan = fineTuneDraft.value;
  useEffect(() => void loadDeck(plan.style), [plan.style]);
  const deck = decks.value[plan.style];
  return (
    <div class="lesson">
      <Choice
        legend={t('fine-tune.style')}
        name="style"
        disabled={locked}
        options={ANSWER_STYLES.map((style) => ({ value: style, label: t(`style.${style}`) }))}
        value={plan.style}
        onChoose={(style) => (fineTuneDraft.value = { ...plan, style })}
      />
      <p class="small">{t('fine-tune.styleMix', { share: Math.round(100 * OWN_STYLE_SHARE) })}</p>
      {!deck && <p class="small">{t('fine-tune.deckLoading')}</p>}
      <ul class="card-list" aria-label={t('fine-tune.example')}>
        {deck &&
          DEMONSTRATION_PACKS.flatMap((pack) => deck.packs[pack].slice(0, 2)).map((card, index) => (
            <li key={index}>
              <Paper cut="slip" seed={index} class="flash-card">
                <p class="small">
                  <i class="swatch" style={{ background: PACK_STOCK[card.pack] }} />
                  {t(`pack.${card.pack}`)}
                </p>
                <p lang="en">{card.question}</p>
                <p>
                  <b lang="en">{card.answer}</b>
                </p>
              </Paper>
            </li>
          ))}
      </ul>
      <p class="small">
        <Term name="demonstration" /> · <Term name="fineTuning" />
      </p>
    </div>
  );
}
