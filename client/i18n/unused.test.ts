/** Holds the catalogue to what is shown: words that no page and no rule names are dead. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from './en.ts';

const ROOT = new URL('../../', import.meta.url);
const isCatalogue = (path: string): boolean => /(\/words|^client\/i18n\/[\w-]+)(\.es)?\.ts$/.test(path);
const isCode = (path: string): boolean => /(?<!\.test)\.(ts|tsx)$/.test(path);

const code = [
  'vite.config.ts',
  ...['client', 'shared', 'server'].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  ),
]
  .filter(
    (path) =>
      isCode(path) && !(isCatalogue(path) && !/\/(t|quantity|format|guess|number-cards)\.ts$/.test(path)),
  )
  .map((path) => readFileSync(new URL(path, ROOT), 'utf8'))
  .join('\n');

/** Every string in quotes, and a pattern for every key that is put together from parts. */
const quoted = new Set([...code.matchAll(/'([\w./-]+)'/g)].map(([, text]) => text));
const composed = [...code.matchAll(/`((?:[\w./-]|\$\{[^{}`]*\})+)`/g)]
  .map(([, template]) => template.split(/\$\{[^{}]*\}/))
  .filter((parts) => /[a-z]{2}/.test(parts.join('')))
  .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/[./-]/g, '\\$&')).join('[\\w./-]+')}$`));

it('has no word that nothing shows', () => {
  const unused = Object.keys(en).filter(
    (key) => !quoted.has(key) && !composed.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
