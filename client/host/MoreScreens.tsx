/** Links to more screens of the host's: a projector that only looks on, and a remote control. Each can be withdrawn. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { SCREEN_KINDS, type ScreenKind } from '../../shared/game/screen-kinds.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { send, session } from '../session/current.ts';
import { openScreen } from '../session/host-link.ts';
import { joinOriginOf } from '../session/link.ts';
import { Button } from '../ui/Button.tsx';

/** The link as a picture for a camera; drawn here, since its token is for no server. */
function Code({ link }: { link: string }) {
  const source = useSignal('');
  useEffect(() => {
    void import('qrcode').then(async ({ toString }) => {
      const svg = await toString(link, { type: 'svg', margin: 1 });
      source.value = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    });
  }, [link]);
  return source.value === '' ? null : <img class="qr" src={source.value} alt={t('screens.code')} />;
}

/** A link that was just made: nobody can see its token again. */
function NewLink({ kind, link }: { kind: ScreenKind; link: string }) {
  const copied = useSignal(false);
  const copy = (): void =>
    void navigator.clipboard?.writeText(link).then(
      () => (copied.value = true),
      () => undefined,
    );
  return (
    <div class="screen-link">
      <Code link={link} />
      <div>
        <p class="small">{t(`screens.about.${kind}`)}</p>
        <input
          class="link-field"
          readOnly
          value={link}
          aria-label={t('screens.link')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onPress={copy}>{copied.value ? t('screens.copied') : t('screens.copy')}</Button>
      </div>
    </div>
  );
}

/** The links that are open, and a way to take each back. */
function OpenLinks({ screens }: Pick<MatchView, 'screens'>) {
  return (
    <ul class="screen-list">
      {screens.map(({ id, kind }, index) => (
        <li key={id} class="row small">
          {t('screens.open', { number: index + 1, screen: t(`screens.${kind}`) })}
          <button
            type="button"
            class="link"
            onClick={() => void send({ type: 'host/withdraw-screen', screenId: id })}
          >
            {t('screens.withdraw')}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function MoreScreens({ match }: { match: MatchView }) {
  const made = useSignal<{ kind: ScreenKind; link: string } | null>(null);
  const make = async (kind: ScreenKind): Promise<void> => {
    const owner = session.peek();
    const reply = await openScreen(owner, joinOriginOf(match), kind);
    if (reply.ok) made.value = { kind, link: reply.value };
    else owner.toasts.showError(reply.error);
  };
  return (
    <div class="more-screens">
      <div class="row">
        {SCREEN_KINDS.map((kind) => (
          <Button
            key={kind}
            pressed={made.value?.kind === kind}
            testId={`screen-${kind}`}
            onPress={() => (made.value?.kind === kind ? (made.value = null) : void make(kind))}
          >
            {t(`screens.${kind}`)}
          </Button>
        ))}
      </div>
      {made.value && <NewLink {...made.value} />}
      <OpenLinks screens={match.screens} />
    </div>
  );
}
