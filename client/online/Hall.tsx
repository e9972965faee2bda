/** The hall of past labs: what each chose and came to, a talk with its model, and a match against it. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MAX_ASKED } from '../../shared/game/shared-answers.ts';
import { t } from '../i18n/t.ts';
import { engineHost } from '../lab/engine/host.ts';
import { errorText } from '../session/errors.ts';
import { labsInHall, leaveHall, type HallLabView } from '../session/hall.ts';
import { fetchVoice } from '../session/hall-voice.ts';
import { alignPlanWords, dataPlanWords, fineTunePlanWords, scalePlanWords } from '../stages/plan-words.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';

function Choices({ card: { plans } }: { card: HallLabView['card'] }) {
  const words = [
    plans.data && dataPlanWords(plans.data),
    plans.data && plans.scale && scalePlanWords(plans.scale, plans.data.vocabSize),
    plans['fine-tune'] && fineTunePlanWords(plans['fine-tune']),
    plans.align && alignPlanWords(plans.align),
  ];
  return <ul class="hall-choices">{words.map((line) => line && <li key={line}>{line}</li>)}</ul>;
}

function Talk({ lab: { id, card } }: { lab: HallLabView }) {
  const text = useSignal('');
  const said = useSignal<{ you: string; answer: string } | null>(null);
  const busy = useSignal(false);
  const opener = t(card.manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const ask = async (): Promise<void> => {
    if (busy.value) return;
    const you = text.value.trim() || opener;
    busy.value = true;
    try {
      const model = await fetchVoice(id);
      const { engine } = await engineHost();
      const seed = Math.floor(Math.random() * 2 ** 32);
      const answer = model && (await engine.talk({ model, text: you, manner: card.manner, seed }));
      said.value = { you, answer: answer === null ? t('talk.failed') : answer.trim() || t('talk.empty') };
      text.value = '';
    } catch (problem) {
      console.warn('The model could not be asked:', problem);
      said.value = { you, answer: t('talk.failed') };
    }
    busy.value = false;
  };
  return (
    <>
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <label class="field">
          <span>{t(card.manner === 'answer' ? 'talk.promptAnswer' : 'talk.promptContinue')}</span>
          <input
            value={text.value}
            maxLength={MAX_ASKED}
            placeholder={opener}
            autoComplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Button submit testId="hall-ask" disabled={busy.value} onPress={() => undefined}>
          {busy.value ? t('talk.thinking') : t('talk.send')}
        </Button>
      </form>
      <div aria-live="polite">
        {said.value && (
          <p class="model-voice" data-testid="hall-said" lang="en">
            <span class="small">{said.value.you}</span> {said.value.answer}
          </p>
        )}
      </div>
    </>
  );
}

function Lab({ lab, onGone }: { lab: HallLabView; onGone: () => void }) {
  const { id, season, isOwn, card } = lab;
  const isOpen = useSignal(false);
  const leave = async (): Promise<void> => {
    if ((await leaveHall(id)).ok) onGone();
  };
  return (
    <details open={isOpen.value} onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>
        <TeamShape shape={shapeOf(card.look)} sizePx={26} /> <b translate={false}>{card.name}</b>{' '}
        <span class="small">{t('hall.points', { points: Math.round(card.score.total), season })}</span>
      </summary>
      {isOpen.value && (
        <>
          <Choices card={card} />
          {card.answers.map(({ question, answer }) => (
            <p key={question} class="model-voice" lang="en">
              <span class="small">{question}</span> {answer}
            </p>
          ))}
          <Talk lab={lab} />
          <p class="hall-ways">
            <a class="link" href={`/solo?against=${id}`}>
              {t('hall.against')}
            </a>
            {isOwn && (
              <button type="button" class="link" onClick={() => void leave()}>
                {t('hall.leave')}
              </button>
            )}
          </p>
        </>
      )}
    </details>
  );
}

export function Hall() {
  const labs = useSignal<HallLabView[] | null>(null);
  const problem = useSignal<string | null>(null);
  const load = async (): Promise<void> => {
    const reply = await labsInHall();
    problem.value = reply.ok ? null : errorText(reply.error);
    labs.value = reply.ok ? reply.value : null;
  };
  useEffect(() => void load(), []);
  return (
    <Paper seed={1} class="online-card">
      <h2>{t('hall.title')}</h2>
      <p>{t('hall.lead')}</p>
      {problem.value && <p class="problem">{problem.value}</p>}
      {labs.value?.length === 0 && <p>{t('hall.empty')}</p>}
      {labs.value?.map((lab) => (
        <Lab key={lab.id} lab={lab} onGone={() => void load()} />
      ))}
    </Paper>
  );
}
