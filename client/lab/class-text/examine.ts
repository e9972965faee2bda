/** What a host's text comes to before it is sent: its pages, its language, and what would be masked; and the way to the server. */

import { franc } from 'franc-min';
import { checkClassText, type ClassTextCheck } from '../../../shared/data/class-text.ts';
import { scrubDocuments } from '../../../shared/data/scrub.ts';
import type { ClassTextBody } from '../../../shared/game/wire/bodies.ts';
import { ROUTES } from '../../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../../shared/game/wire/version.ts';
import { isRude } from '../../../shared/rude.ts';
import type { Session } from '../../session/session.ts';

/** More letters make a language no surer. */
const LANGUAGE_LETTERS = 20_000;

export type Examined =
  | Exclude<ClassTextCheck, { ok: true }>
  | (Extract<ClassTextCheck, { ok: true }> & { language: string });

export function examine(documents: readonly string[]): Examined {
  const checked = checkClassText(documents, isRude);
  if (!checked.ok) return checked;
  return { ...checked, language: franc(checked.pages.join('\n').slice(0, LANGUAGE_LETTERS)) };
}

export function mask(pages: readonly string[]): string[] {
  return scrubDocuments(pages).map(({ text }) => text);
}

/** A text as its owner offers it to labs. */
export type OfferedText = Pick<ClassTextBody, 'name' | 'license' | 'language' | 'pages'>;

/** As it travels to where the match is. */
export function classTextBytes(offered: OfferedText): Uint8Array<ArrayBuffer> {
  const body = { version: PROTOCOL_VERSION, ...offered } satisfies ClassTextBody;
  return new TextEncoder().encode(JSON.stringify(body));
}

export function sendClassText(owner: Session, offered: OfferedText): ReturnType<Session['postBytes']> {
  return owner.postBytes(ROUTES.classText, classTextBytes(offered));
}

/** Takes the text away that the match has. */
export function removeClassText(owner: Session): ReturnType<Session['postBytes']> {
  return sendClassText(owner, { name: '-', license: '-', language: 'und', pages: [] });
}
