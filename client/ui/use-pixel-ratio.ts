/** How many pixels of the screen a pixel of the page has now: another screen or another zoom has another number. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export function usePixelRatio(): number {
  const ratio = useSignal(devicePixelRatio);
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio.value}dppx)`);
    const update = (): void => void (ratio.value = devicePixelRatio);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [ratio.value]);
  return ratio.value;
}
