/** What goes over a room's socket, without a look at what it says. */

import type { Room } from '@colyseus/sdk';

/** Counts the bytes that come from now on. */
export function countBytes({ connection }: Room): () => number {
  const { events } = connection;
  const { onmessage } = events;
  let bytes = 0;
  Object.assign(events, {
    onmessage(event: MessageEvent<ArrayBuffer>) {
      bytes += event.data.byteLength;
      onmessage?.(event);
    },
  });
  return () => bytes;
}

/** Has a client take its patches and throw them away, as cheaply as if its device were another machine. */
export function stopDecoding(room: Room): void {
  const { serializer } = room as unknown as { serializer: { patch(): void } };
  serializer.patch = () => undefined;
}
