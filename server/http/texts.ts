/** Sends whole datasets, compressed once for all who ask: a class of thirty fetches each of them within a minute. */

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Response } from 'express';
import type { CorpusReply } from '../../shared/game/wire/routes.ts';

const compress = promisify(gzip);

/** Compressed answers by the list of documents that they hold; gone with the match. */
const answers = new WeakMap<readonly string[], Promise<Buffer>>();

/** Answers with a `CorpusReply` of these documents. All browsers read gzip, so there is no other form. */
export async function sendTexts(response: Response, texts: readonly string[]): Promise<void> {
  let answer = answers.get(texts);
  if (!answer) {
    const reply: CorpusReply = { texts: [...texts] };
    answer = compress(JSON.stringify(reply));
    answers.set(texts, answer);
  }
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Encoding', 'gzip');
  response.type('application/json').send(await answer);
}
