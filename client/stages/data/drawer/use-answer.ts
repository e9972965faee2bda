/** The answer to a question that takes a while; an older question's answer never overwrites a newer one's. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** `undefined` while waiting, null when there is no answer to be had; asked anew when `key` changes. */
export function useAnswer<T>(key: string, ask: () => Promise<T | null>): T | null | undefined {
  const answer = useSignal<{ key: string; value: T | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    ask()
      .catch((problem: unknown) => {
        console.warn('The data tools failed:', problem);
        return null;
      })
      .then((value) => {
        if (isWanted) answer.value = { key, value };
      })
      .catch(() => undefined);
    return () => void (isWanted = false);
  }, [key]);
  return answer.value?.key === key ? answer.value.value : undefined;
}
