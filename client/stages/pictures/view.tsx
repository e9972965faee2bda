/** Buying pictures: sources with samples to look at, what to throw out, and what is left of it. */

import '../image-stages.css';
import {
  checkPicturesPlan,
  CLEANINGS,
  coinsFor,
  DEFAULT_PICTURES_PLAN,
  PICTURE_COINS,
  PICTURE_OFFERS,
  PICTURE_SOURCES,
  type PictureSet,
} from '../../../shared/game/images/market.ts';
import { isSamePlan } from '../../../shared/game/same-plan.ts';
import { t } from '../../i18n/t.ts';
import { errorText } from '../../session/errors.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { Hung } from '../Hung.tsx';
import { picturesPlanWords } from '../image-plan-words.ts';
import { Otherwise } from '../Otherwise.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { useDraft } from '../use-draft.ts';
import docs from './docs.md?raw';
import { FIRST_PICTURES, marketOf, picturesDraft, picturesOf } from './draft.ts';

/** Puts it in, in the order of `all`, or takes it out. */
function toggled<T>(all: readonly T[], chosen: readonly T[], item: T): T[] {
  return all.filter((each) => chosen.includes(each) !== (each === item));
}

function Market({ standpoint }: { standpoint: Standpoint }) {
  const samples = marketOf(standpoint.match)?.samples;
  const plan = picturesDraft.value;
  return (
    <>
      <fieldset class="picture-offers">
        <legend>{t('pictures.buy')}</legend>
        {PICTURE_SOURCES.map((source) => (
          <div key={source} class="picture-offer">
            <label class="tick">
              <input
                type="checkbox"
                checked={plan.sources.includes(source)}
                onChange={() =>
                  (picturesDraft.value = { ...plan, sources: toggled(PICTURE_SOURCES, plan.sources, source) })
                }
              />
              <span>
                <b>{t(`source.${source}`)}</b> ·{' '}
                {t('pictures.coins', { coins: PICTURE_OFFERS[source].coins })}
              </span>
            </label>
            <p class="small">{t(`source.${source}.about`)}</p>
            {samples && (
              <Hung
                title={t('pictures.samples', { source: t(`source.${source}`) })}
                pictures={samples[source]}
                hasCaptions
              />
            )}
          </div>
        ))}
        {!samples && <p role="status">{t('pictures.drawing')}</p>}
      </fieldset>
      <fieldset class="picture-offers">
        <legend>{t('pictures.clean')}</legend>
        <p class="small">{t('pictures.cleanAbout')}</p>
        {CLEANINGS.map((cleaning) => (
          <label key={cleaning} class="tick">
            <input
              type="checkbox"
              checked={plan.cleaning.includes(cleaning)}
              onChange={() =>
                (picturesDraft.value = { ...plan, cleaning: toggled(CLEANINGS, plan.cleaning, cleaning) })
              }
            />
            <span>{t(`clean.${cleaning}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function SetCard({ set }: { set: PictureSet }) {
  return (
    <div role="status">
      <p>
        <b>{t('pictures.set', { left: set.left, bought: set.bought })}</b>
      </p>
      <ul class="plain-list small">
        {CLEANINGS.map((name) => {
          const count = set.dropped[name];
          return count === undefined ? null : (
            <li key={name}>{t('pictures.dropped', { name: t(`clean.${name}`), count })}</li>
          );
        })}
      </ul>
      <p class="small">{t('pictures.kinds', set.perKind)}</p>
      <h2>{t('pictures.some')}</h2>
      <Hung title={t('pictures.some')} pictures={set.shown} hasCaptions />
    </div>
  );
}

export function PicturesPanel({ standpoint }: { standpoint: Standpoint }) {
  const decision = decisionOf(standpoint, 'pictures');
  const plan = picturesDraft.value;
  const restore = (drafted: typeof plan): void => void (picturesDraft.value = drafted);
  useDraft(standpoint, { stage: 'pictures', plan, first: FIRST_PICTURES, restore });
  const checked = checkPicturesPlan(plan);
  const set = picturesOf(standpoint.team)?.set;
  return (
    <StageFrame
      title={t('pictures.title')}
      lead={t('pictures.lead')}
      part={String(decision.committed)}
      docs={docs}
      bar={
        <DecideBar
          decision={decision}
          proposed={{ stage: 'pictures', plan }}
          /* In the button itself: on a phone each line above it is one less to read in. */
          note={
            plan.sources.length > 0
              ? t('pictures.cost', { cost: coinsFor(plan.sources), budget: PICTURE_COINS })
              : errorText({ code: 'pictures/nothing_bought' })
          }
          obstacle={checked.ok ? null : plan.sources.length > 0 ? errorText(checked.error) : ''}
        />
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="pictures"
        words={picturesPlanWords}
        onLoad={restore}
      />
      {!decision.committed && <Market standpoint={standpoint} />}
      <Otherwise
        decision={decision}
        isUntouched={isSamePlan(plan, FIRST_PICTURES) && (standpoint.team.own?.drafts.length ?? 0) === 0}
        plan={picturesPlanWords(DEFAULT_PICTURES_PLAN)}
      />
      {decision.committed && (set ? <SetCard set={set} /> : <p role="status">{t('pictures.cleaning')}</p>)}
    </StageFrame>
  );
}
