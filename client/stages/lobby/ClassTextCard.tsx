/** The console's card for a text of the class's own: read on this page, looked at, and put on the market of the match. */

import './class-text.css';
import { useSignal } from '@preact/signals';
import { classTextSeen, type ClassText } from '../../../shared/game/class-text.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import type { OfferedText } from '../../lab/class-text/examine.ts';
import { session } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useBusy } from '../decision.ts';
import { BringText } from './BringText.tsx';
import { ClassTextFacts } from './ClassTextFacts.tsx';

const lab = () => import('../../lab/class-text/examine.ts');

function OnTheMarket({ text }: { text: ClassText }) {
  const [busy, start] = useBusy();
  const remove = async (): Promise<void> => {
    const owner = session.peek();
    const { removeClassText } = await lab();
    const reply = await removeClassText(owner);
    if (!reply.ok) owner.toasts.showError(reply.error);
  };
  return (
    <div data-testid="class-text-kept">
      <p>{t('classText.kept', { name: text.name, license: text.license })}</p>
      <p>
        <ClassTextFacts text={text} />
      </p>
      {text.secrets > 0 && <p class="small">{t('classText.secrets', { count: text.secrets })}</p>}
      <Button tone="plain" testId="class-text-remove" disabled={busy.value} onPress={() => start(remove)}>
        {t('classText.remove')}
      </Button>
    </div>
  );
}

export function ClassTextCard({ match }: { match: MatchView }) {
  const isOpen = useSignal(false);
  if (match.settings?.leftOut.includes('data')) return null;
  const text = classTextSeen(match);
  const put = async (offered: OfferedText): Promise<void> => {
    const owner = session.peek();
    const { sendClassText } = await lab();
    const reply = await sendClassText(owner, offered);
    if (reply.ok) isOpen.value = false;
    else owner.toasts.showError(reply.error);
  };
  return (
    <Paper seed={3} class="console-card">
      <h2>{t('classText.title')}</h2>
      <p class="small">{t('classText.lead')}</p>
      {text && <OnTheMarket text={text} />}
      {!text && isOpen.value && <BringText put={put} putting={t('classText.putting')} />}
      {!text && !isOpen.value && (
        <Button testId="class-text-open" onPress={() => (isOpen.value = true)}>
          {t('classText.open')}
        </Button>
      )}
    </Paper>
  );
}
