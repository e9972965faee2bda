/** The gallery: the same captions with each guidance, and one decision on how to paint. */

import '../image-stages.css';
import { DEFAULT_GALLERY_PLAN, GUIDANCES, PAINT_STEPS } from '../../../shared/game/images/gallery.ts';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { Hung } from '../Hung.tsx';
import { galleryPlanWords } from '../image-plan-words.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { useDraft } from '../use-draft.ts';
import docs from './docs.md?raw';
import { galleryDraft, galleryOf } from './draft.ts';

export function GalleryPanel({ standpoint }: { standpoint: Standpoint }) {
  const decision = decisionOf(standpoint, 'gallery');
  const plan = galleryDraft.value;
  const restore = (drafted: typeof plan): void => void (galleryDraft.value = drafted);
  useDraft(standpoint, { stage: 'gallery', plan, first: DEFAULT_GALLERY_PLAN, restore });
  const tried = galleryOf(standpoint.team)?.tried;
  return (
    <StageFrame
      title={t('gallery.title')}
      lead={t('gallery.lead')}
      docs={docs}
      bar={
        <DecideBar decision={decision} proposed={{ stage: 'gallery', plan }} note={galleryPlanWords(plan)} />
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="gallery"
        words={galleryPlanWords}
        onLoad={restore}
      />
      <Choice
        legend={t('gallery.guidance')}
        name="guidance"
        options={GUIDANCES.map((value) => ({ value, label: String(value) }))}
        value={plan.guidance}
        onChoose={(guidance) => (galleryDraft.value = { ...plan, guidance })}
        disabled={decision.committed}
      />
      {!tried && <p role="status">{t('gallery.painting')}</p>}
      {tried?.map(({ guidance, pictures }) => (
        <section key={guidance}>
          <h2>{t('gallery.row', { guidance })}</h2>
          <Hung
            title={t('gallery.row', { guidance })}
            pictures={pictures}
            hasCaptions={guidance === GUIDANCES[0]}
          />
        </section>
      ))}
      <Choice
        legend={t('gallery.steps')}
        name="paint-steps"
        options={PAINT_STEPS.map((value) => ({ value, label: String(value) }))}
        value={plan.steps}
        onChoose={(steps) => (galleryDraft.value = { ...plan, steps })}
        disabled={decision.committed}
      />
      <p class="small">{t('gallery.stepsAbout')}</p>
    </StageFrame>
  );
}
