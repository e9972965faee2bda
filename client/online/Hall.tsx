/** The hall of past labs: what each chose and came to, a talk with its model, and a match against it. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { engineHost } from '../lab/engine/host.ts';
import { errorText } from '../session/errors.ts';
import { labsInHall, leaveHall, reportInHall, type HallLabView } from '../session/hall.ts';
import { fetchVoice } from '../session/hall-voice.ts';
import { alignPlanWords, dataPlanWords, fineTunePlanWords, scalePlanWords } from '../stages/plan-words.ts';
import { TakeHome } from '../home/TakeHome.tsx';
import { makeCard } from '../home/make-card.ts';
import type { Luggage } from '../lab/take-home.ts';
import { AskForm } from '../ui/AskForm.tsx';
import { Paper } from '../ui/Paper.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';

/** What the lab chose, stage by stage. */
function planLines(plans: HallLabView['card']['plans']): { name: string; words: string }[] {
  const { data, scale, 'fine-tune': lesson, align } = plans;
  return [
    data && { name: t('debrief.choseData'), words: dataPlanWords(data) },
    data && scale && { name: t('debrief.choseScale'), words: scalePlanWords(scale, data.vocabSize) },
    lesson && { name: t('debrief.choseFineTune'), words: fineTunePlanWords(lesson) },
    align && { name: t('debrief.choseAlign'), words: alignPlanWords(align) },
  ].filter((line) => line !== null);
}

function Choices({ card: { plans } }: { card: HallLabView['card'] }) {
  return (
    <ul class="hall-choices">
      {planLines(plans).map(({ words }) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** What the lab's model says; null where its weights could not be had. */
async function askLab({ id, card }: HallLabView, text: string): Promise<string | null> {
  const model = await fetchVoice(id);
  const { engine } = await engineHost();
  const seed = Math.floor(Math.random() * 2 ** 32);
  return model && engine.talk({ model, text, manner: card.manner, seed });
}

/** The model with what the hall tells of its lab. */
async function luggageOf({ id, card }: HallLabView): Promise<Luggage | null> {
  const model = await fetchVoice(id);
  const { name: lab, look, manner, plans, score } = card;
  const ideas = card.answers.map(({ question }) => question);
  const facts = { lab, look, manner, ideas, score, choices: planLines(plans) };
  return model && { model, plans, cardFor: (stored, config) => makeCard(facts, stored, config) };
}

function Said({ lab, onGone }: { lab: HallLabView; onGone: () => void }) {
  const report = async (question: string): Promise<void> => {
    if ((await reportInHall(lab.id, question)).ok) onGone();
  };
  return (
    <>
      {lab.card.answers.map(({ question, answer }) => (
        <div key={question} class="hall-said">
          <p class="model-voice" lang="en">
            <span class="small">{question}</span> {answer}
          </p>
          <button
            type="button"
            class="link report-text"
            aria-label={`${t('report-text.report')}: ${answer}`}
            onClick={() => void report(question)}
          >
            {t('report-text.report')}
          </button>
        </div>
      ))}
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
          <Said lab={lab} onGone={onGone} />
          <AskForm
            name="hall"
            manner={card.manner}
            ask={(text) => askLab(lab, text)}
            report={async () => (await reportInHall(id, null)).ok}
          />
          <TakeHome about={t('home.takeAboutHall')} luggage={() => luggageOf(lab)} />
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
