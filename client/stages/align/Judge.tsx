/** Who says which answers are better: people by their votes, or the lab's own model by written principles. */

import { t } from '../../i18n/t.ts';
import { MOST_PRINCIPLES } from '../../../shared/game/stages/align/state.ts';
import { PRINCIPLES, type Principle } from '../../../shared/world/traits.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Term } from '../../ui/Term.tsx';
import { alignDraft } from './draft.ts';

/** Those that hold; one holds at least, and no more than may. */
function Principles({ locked }: { locked: boolean }) {
  const draft = alignDraft.value;
  const set = (principle: Principle, isChosen: boolean): void => {
    const principles = PRINCIPLES.filter((each) =>
      each === principle ? isChosen : draft.principles.includes(each),
    );
    alignDraft.value = { ...draft, principles };
  };
  const { length } = draft.principles;
  return (
    <fieldset class="principles" disabled={locked}>
      <legend>{t('align.principles', { most: MOST_PRINCIPLES })}</legend>
      {PRINCIPLES.map((principle) => {
        const isChosen = draft.principles.includes(principle);
        return (
          <label key={principle} class="tick">
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isChosen ? length === 1 : length === MOST_PRINCIPLES}
              onChange={({ currentTarget }) => set(principle, currentTarget.checked)}
            />
            <span>{t(`align.principle.${principle}`)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function Judge({ locked }: { locked: boolean }) {
  const draft = alignDraft.value;
  const judge = draft.principles.length > 0 ? 'principles' : 'people';
  return (
    <>
      <Choice
        legend={t('align.judge')}
        name="judge"
        disabled={locked}
        options={(['people', 'principles'] as const).map((value) => ({
          value,
          label: t(`align.judge.${value}`),
        }))}
        value={judge}
        onChoose={(chosen) =>
          (alignDraft.value = { ...draft, principles: chosen === 'people' ? [] : [PRINCIPLES[0]] })
        }
      />
      <p class="small">
        {t(`align.judgeAbout.${judge}`)} {judge === 'principles' && <Term name="aiFeedback" />}
      </p>
      {judge === 'principles' && <Principles locked={locked} />}
    </>
  );
}
