/** One link each for a second device: the projector on another computer, and a remote control on a phone. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { seat } from '../session/current.ts';
import { hostLink, type HostView } from '../session/host-link.ts';
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

export function MoreScreens({ match }: { match: MatchView }) {
  const shown = useSignal<HostView | null>(null);
  const copied = useSignal(false);
  const own = seat.value;
  if (own?.role !== 'host') return null;
  const toggle = (view: HostView): void => {
    copied.value = false;
    shown.value = shown.value === view ? null : view;
  };
  const link = shown.value && hostLink(joinOriginOf(match), own, shown.value);
  const copy = (): void =>
    void navigator.clipboard?.writeText(link ?? '').then(
      () => (copied.value = true),
      () => undefined,
    );
  return (
    <div class="more-screens">
      <div class="row">
        {(['projector', 'console'] as const).map((view) => (
          <Button
            key={view}
            pressed={shown.value === view}
            testId={`screen-${view}`}
            onPress={() => toggle(view)}
          >
            {t(`screens.${view}`)}
          </Button>
        ))}
      </div>
      {link && (
        <div class="screen-link">
          <Code link={link} />
          <div>
            <p class="small">{t('screens.about')}</p>
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
      )}
    </div>
  );
}
