/** What can be told from a model's states, layer by layer: a bar for each, and where guessing would end. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { ProbeAnswer } from '../lab/engine/states.ts';
import type { Glass } from './glass.ts';
import { probeQuestions, PROBES, type ProbeName } from './probe-questions.ts';

function Bars({ answer: { right, words, byChance } }: { answer: ProbeAnswer }) {
  return (
    <>
      <ol class="probe-bars">
        {right.map((count, layer) => (
          <li key={layer}>
            <b>{layer === 0 ? t('inside.layerZero') : t('inside.layer', { layer })}</b>
            <span class="next-track" aria-hidden="true">
              <i class="filled" style={{ width: `${(100 * count) / words}%` }} />
              <i class="chance" style={{ left: `${(100 * byChance) / words}%` }} />
            </span>
            <span data-testid="probe-right">{t('inside.probeRight', { right: count, words })}</span>
          </li>
        ))}
      </ol>
      <p class="small">{t('inside.probeChance', { chance: byChance, words })}</p>
    </>
  );
}

export function Probe({ glass }: { glass: Glass }) {
  const asked = useSignal<ProbeName>('animal');
  const questions = useSignal(probeQuestions([]));
  const answer = useSignal<ProbeAnswer | null>(null);
  const name = asked.value;
  const question = questions.value[name];
  useEffect(() => {
    void glass.people().then((people) => (questions.value = probeQuestions(people)));
  }, [glass]);
  useEffect(() => {
    let isStale = false;
    answer.value = null;
    if (question)
      void glass.probe(question).then((found) => {
        if (!isStale) answer.value = found;
      });
    return () => void (isStale = true);
  }, [glass, question]);
  return (
    <>
      <h2>{t('inside.probeTitle')}</h2>
      <p class="small">{t('inside.probeLead')}</p>
      <label class="field">
        <span>{t('inside.probeAsk')}</span>
        <select
          class="select"
          value={name}
          onChange={(event) => {
            const wanted = PROBES.find((each) => each === event.currentTarget.value);
            if (wanted) asked.value = wanted;
          }}
        >
          {PROBES.filter((each) => questions.value[each]).map((each) => (
            <option key={each} value={each}>
              {t(`inside.probe.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">{answer.value && <Bars answer={answer.value} />}</div>
    </>
  );
}
