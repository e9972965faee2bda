/** What the address bar says: the match to join, and switches for tests. */

import type { MatchView } from '../../shared/game/sync/view.ts';

/** A code as people type it, in either case, with spaces and dashes in it. */
export function cleanCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8);
}

/** The code of a join link (`?code=ABCD12`), or ''. */
export function codeInLink(search: string): string {
  return cleanCode(new URLSearchParams(search).get('code') ?? '');
}

/** Puts the code into the address bar, so that a reload or a copied link comes back to the match. */
export function showCodeInLink(code: string | null): void {
  const url = new URL(location.href);
  if (code) url.searchParams.set('code', code);
  else url.searchParams.delete('code');
  history.replaceState(null, '', url);
}

/** The address that others are shown: the chosen one, or that of this page where there is no choice. */
export function joinOriginOf({ joinOrigins }: Pick<MatchView, 'joinOrigins'>): string {
  return joinOrigins[0] ?? location.origin;
}

/** An address as people type it. */
export function hostIn(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** The link for people without a lab, who look on and vote. */
export function watchLink(origin: string, code: string): string {
  return `${origin}/watch/${code}`;
}

/** The same as people type it. */
export function watchAddress(origin: string, code: string): string {
  return `${hostIn(origin)}/watch/${code}`;
}

/** The link that brings others in. */
export function joinLink(origin: string, code: string): string {
  return `${origin}/?code=${code}`;
}

/** What the address says of a match to open (`?experiment={"budgetFlops":1e9}`), for tests and measurements; the server checks it. */
export function experimentInLink(search: string): object | undefined {
  const wished = new URLSearchParams(search).get('experiment');
  return wished === null ? undefined : (JSON.parse(wished) as object);
}
