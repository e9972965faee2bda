/** A text that the host brings for the whole class: checked by the referee, kept in the store, and given to whoever writes the market. */

import { classTextOf, type ClassText } from '../../shared/game/class-text.ts';
import { classTextBody } from '../../shared/game/wire/bodies.ts';
import { isRude } from '../../shared/rude.ts';
import { logError } from '../log.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import { makeId } from '../match/random-ids.ts';
import { bytesOfJson, jsonOfBytes } from '../match/value-bytes.ts';
import type { MatchValues } from '../match/values.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { readMessage } from './read-message.ts';
import { refuse, valueOf } from './refusal.ts';

export interface ClassTexts {
  /** What the referee is told with every task. */
  inUse(): MatchKey['classText'];
  /** Whether one may be brought now; asked before it is read. */
  awaits(): void;
  take(bytes: Uint8Array): Promise<void>;
}

const nameOf = (id: string): string => `class-text/${id}`;

function readBody(bytes: Uint8Array): unknown {
  try {
    return jsonOfBytes(bytes);
  } catch {
    return refuse('protocol/bad_message');
  }
}

/** The stored pages of a match; none where they are damaged: then labs that bought them have less to read. */
async function restore({ match }: MatchService, values: MatchValues): Promise<MatchKey['classText']> {
  const known = classTextOf(match);
  if (!known) return undefined;
  const bytes = await values.get(nameOf(known.id));
  if (!bytes) logError(`match ${match.code}: the class's text is damaged`, new Error(known.id));
  return { id: known.id, pages: bytes ? (jsonOfBytes(bytes) as string[]) : [] };
}

export async function createClassTexts({
  service,
  values,
  run,
  key,
}: {
  service: MatchService;
  values: MatchValues;
  run: RunTask;
  key(): MatchKey;
}): Promise<ClassTexts> {
  let inUse = await restore(service, values);
  const awaits = (): void => {
    const { stage } = service.match;
    if (stage !== 'lobby') refuse('match/wrong_stage', { stage });
  };

  /** In place of the one before; nobody is told before it is written down. */
  async function put(text: ClassText | null, pages: readonly string[]): Promise<void> {
    const before = classTextOf(service.match);
    if (text) values.put(nameOf(text.id), bytesOfJson(pages));
    valueOf(service.submit({ type: 'class-text/put', text }, SYSTEM));
    inUse = text ? { id: text.id, pages } : undefined;
    await service.written();
    if (before) values.remove(nameOf(before.id));
  }

  return {
    inUse: () => inUse,
    awaits,
    async take(body) {
      const { pages: documents, ...told } = valueOf(readMessage(classTextBody, readBody(body)));
      if (documents.length === 0) return put(null, []);
      if (isRude(told.name) || isRude(told.license)) refuse('lobby/name_rude');
      const checked = await run('classText', { ...key(), documents });
      if (!checked.ok) return refuse('class-text/unread', { problem: checked.problem });
      awaits();
      const { name, license, language } = told;
      const { pages, bytes, secrets } = checked;
      return put({ id: makeId(), name, license, language, pages: pages.length, bytes, secrets }, pages);
    },
  };
}
