/** The model of a lab in the hall, as an engine takes it; fetched once. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import { fillRoute } from './http.ts';

interface Fetched {
  name: string;
  kind: 'checkpoint';
  bytes: Uint8Array<ArrayBuffer>;
  tokenizer: unknown;
}

const kept = new Map<string, Promise<Fetched | null>>();

async function fetchOnce(id: string): Promise<Fetched | null> {
  const [model, tokenizer] = await Promise.all([
    fetch(fillRoute(ROUTES.hallModel, { id })),
    fetch(fillRoute(ROUTES.hallTokenizer, { id })),
  ]);
  if (!model.ok || !tokenizer.ok) return null;
  const bytes = new Uint8Array(await model.arrayBuffer());
  return { name: `hall/${id}`, kind: 'checkpoint', bytes, tokenizer: (await tokenizer.json()) as unknown };
}

/** Null where it could not be had this time. */
export async function fetchVoice(id: string): Promise<Fetched | null> {
  const wanted = kept.get(id) ?? fetchOnce(id).catch(() => null);
  kept.set(id, wanted);
  const found = await wanted;
  if (!found) kept.delete(id);
  return found;
}
