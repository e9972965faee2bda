/** Who plays best this season, and where this device stands. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ROUTES, type TableReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { t } from '../i18n/t.ts';
import { deviceId } from '../session/device.ts';
import { errorText } from '../session/errors.ts';
import { postJson } from '../session/http.ts';
import { Choice } from '../ui/Choice.tsx';
import { OpenHome } from '../home/OpenHome.tsx';
import { Hall } from './Hall.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Paper } from '../ui/Paper.tsx';

const SEASONS = ['this', 'last'] as const;

function Standings({ reply: { rows, ownPlace } }: { reply: TableReply }) {
  if (rows.length === 0) return <p>{t('online.nobody')}</p>;
  return (
    <table class="standings">
      <thead>
        <tr>
          <th class="count">{t('online.place')}</th>
          <th>{t('online.player')}</th>
          <th class="count">{t('online.points')}</th>
          <th class="count">{t('online.matches')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, points, matches }, index) => (
          <tr key={name} class={ownPlace === index + 1 ? 'own' : ''}>
            <td class="count">{index + 1}</td>
            <td translate={false}>
              {name} {ownPlace === index + 1 && `(${t('online.own')})`}
            </td>
            <td class="count">{points}</td>
            <td class="count">{matches}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Table() {
  const season = useSignal<(typeof SEASONS)[number]>('this');
  const reply = useSignal<TableReply | null>(null);
  const problem = useSignal<string | null>(null);
  const wanted = season.value;
  useEffect(() => {
    reply.value = null;
    const body = { version: PROTOCOL_VERSION, season: wanted, device: deviceId() };
    void postJson<TableReply>(ROUTES.table, body).then((answer) => {
      if (season.peek() !== wanted) return;
      problem.value = answer.ok ? null : errorText(answer.error);
      reply.value = answer.ok ? answer.value : null;
    });
  }, [wanted]);
  return (
    <main class="online">
      <h1>{t('online.title')}</h1>
      <Paper class="online-card">
        <p>{t('online.lead')}</p>
        <Choice
          legend={t('online.season')}
          name="season"
          options={SEASONS.map((value) => ({ value, label: t(`online.season.${value}`) }))}
          value={wanted}
          onChoose={(value) => (season.value = value)}
        />
        <div aria-live="polite">
          {problem.value && <p class="problem">{problem.value}</p>}
          {reply.value ? <Standings reply={reply.value} /> : !problem.value && <p>{t('app.loading')}</p>}
        </div>
        <p class="small">{t('online.about')}</p>
      </Paper>
      <Hall />
      <Paper seed={4} class="online-card">
        <OpenHome />
      </Paper>
      <a class="host-link" href="./">
        {t('solo.withOthers')}
      </a>
      <LanguageSwitch />
      <PageEdge />
    </main>
  );
}
