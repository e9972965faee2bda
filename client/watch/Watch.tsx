/** The audience's page: no lab and no name; what there is to vote on, and else what the labs are doing. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { goodbye, match, openSeat, seat, session, watchMatch } from '../session/current.ts';
import { errorText } from '../session/errors.ts';
import { cleanCode, codeInLink } from '../session/link.ts';
import { findSeat } from '../session/seat.ts';
import { allEntries, entryOf } from '../stages/registry.ts';
import { StageClock } from '../ui/StageClock.tsx';
import { CodeField, EntryCard } from '../ui/EntryCard.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Standstill } from '../ui/Standstill.tsx';
import { YearTag } from '../ui/YearTag.tsx';

/** The way in, where the link holds no code, or one that does not work. */
function WatchForm() {
  const code = useSignal(codeInLink(location.search));
  const busy = useSignal(false);
  const problem = useSignal<string | null>(goodbye.value && errorText(goodbye.value));
  const enter = async (): Promise<void> => {
    if (busy.value) return;
    if (code.value.length < 4) {
      problem.value = t('join.codeMissing');
      return;
    }
    busy.value = true;
    const reply = await watchMatch(code.value);
    busy.value = false;
    problem.value = reply.ok ? null : errorText(reply.error);
  };
  return (
    <EntryCard
      shapes={6}
      problem={problem.value}
      busy={busy.value}
      submitText={busy.value ? t('join.goingIn') : t('watch.go')}
      onSubmit={() => void enter()}
      links={
        <nav class="other-ways">
          <a class="host-link" href="./">
            {t('watch.play')}
          </a>
        </nav>
      }
    >
      <p>{t('watch.lead')}</p>
      <CodeField code={code.value} onInput={(text) => (code.value = cleanCode(text))} />
    </EntryCard>
  );
}

function Stage({ shown }: { shown: MatchView }) {
  const { stage } = shown;
  const { audience } = entryOf(stage);
  const View = audience?.value;
  /* All of them now: when a stage begins, the network may be away. */
  useEffect(() => allEntries.forEach((entry) => entry.audience?.fetch()), []);
  return (
    <main class="watch" data-stage={stage}>
      <header class="watch-head">
        <h1>
          {t(`stage.${stage}`)} <YearTag match={shown} />
        </h1>
        <StageClock match={shown} />
      </header>
      <Standstill match={shown} />
      {View ? (
        <View match={shown} />
      ) : audience ? (
        <p class="loading">{t(audience.hasFailed ? 'app.partMissing' : 'app.loading')}</p>
      ) : (
        <Paper class="join-card">
          <p>{t(`projector.stage.${stage}`)}</p>
          <p>{t('watch.wait')}</p>
        </Paper>
      )}
      <LanguageSwitch />
      <p class="unseen" role="status">
        {t('stage.announce', { stage: t(`stage.${stage}`) })}
      </p>
    </main>
  );
}

export function Watch() {
  useEffect(() => {
    const known = findSeat('audience', codeInLink(location.search));
    if (known) void openSeat(known);
  }, []);
  const shown = match.value;
  return (
    <>
      {shown && <Stage key={session.value.number} shown={shown} />}
      {!shown && seat.value && (
        <main class="join">
          <p class="loading">{t('connection.connecting')}</p>
        </main>
      )}
      {!shown && !seat.value && <WatchForm />}
      <PageEdge />
    </>
  );
}
