/**
 * At all three sizes, with eight labs, the longest names and longer words than English, no word lies on another, none is cut off, and
 * a phone's screen is for work. In Spanish nothing is left in English, and in both languages nothing keeps anybody out.
 */

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { WORLD_KINDS, SCORED_KINDS } from '../../shared/world/document.ts';
import { findBarriers } from './barriers.ts';
import { openEnginePage, type EnginePage } from './engine-page.ts';
import { lookInBothLanguages } from './languages.ts';
import type { Role } from './layout-page.tsx';
import { findTextTrouble } from './text-boxes.ts';
import { findOverflow, SIZES, TAKES_PICTURES } from './watched-page.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots/layout', import.meta.url));
/** The least share of a phone's height that is left to what one does there. */
const WORK_SHARE = 0.7;
const SETTLE_MILLIS = 120;

/** Every stage as experts see it; the arena with its curtains and the town with its doors shut, there also with a small copy that learns, the debrief with a spotlight, the market as newcomers see it. */
const MOMENTS = [
  ...STAGES.map((stage) => ({ stage, level: 'expert', moment: 'usual' })),
  { stage: 'arena', level: 'expert', moment: 'closed' },
  { stage: 'deploy', level: 'expert', moment: 'closed' },
  { stage: 'deploy', level: 'expert', moment: 'teaching' },
  { stage: 'debrief', level: 'expert', moment: 'spotlight' },
  { stage: 'data', level: 'first', moment: 'usual' },
];

async function openPage(role: Role): Promise<EnginePage> {
  const opened = await openEnginePage([
    'preact',
    'preact/hooks',
    'preact/jsx-runtime',
    '@preact/signals',
    '@colyseus/sdk',
    'comlink',
    'obscenity',
  ]);
  await opened.page.route('**/qr.svg*', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await opened.call('layout-page.tsx', 'open', role);
  return opened;
}

/** What is wrong with the words on the page as it is now, at this size. */
async function lookForWords(
  { page }: EnginePage,
  size: (typeof SIZES)[number],
  moment: string,
): Promise<string[]> {
  await page.setViewportSize(size);
  await page.waitForTimeout(SETTLE_MILLIS);
  if (TAKES_PICTURES) {
    const path = join(SCREENSHOTS, size.name, `${moment}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path });
  }
  const troubles = await page.evaluate(findTextTrouble);
  return troubles.map((trouble) => `${moment} at ${size.width}x${size.height}: ${trouble}`);
}

/** Names and codes, which read the same in every language. */
const NAMES = /^(W{24}(, W{24})*|GOAT 47)$/;

/** What is left in English when the page speaks Spanish, what keeps people out of it in either language, and how the Spanish words lie. */
async function lookAtLanguages(shown: EnginePage, moment: string): Promise<string[]> {
  const lying: string[] = [];
  const found = await lookInBothLanguages(shown.page, {
    isName: (text) => NAMES.test(text),
    async speak(language) {
      await shown.call('layout-page.tsx', 'speak', language);
      if (language === 'en') return;
      for (const size of SIZES.slice(0, 2)) lying.push(...(await lookForWords(shown, size, `${moment}-es`)));
    },
  });
  return [...lying, ...found.map((trouble) => `${moment}: ${trouble}`)];
}

/** The same as for words, and what sticks out of it. */
async function look(shown: EnginePage, size: (typeof SIZES)[number], moment: string): Promise<string[]> {
  const troubles = await lookForWords(shown, size, moment);
  return [
    ...troubles,
    ...(await shown.page.evaluate(findOverflow)).map((trouble) => `${moment}: ${trouble}`),
  ];
}

describe('the page of a player', () => {
  let player: EnginePage;
  beforeAll(async () => void (player = await openPage('player')), 60_000);
  afterAll(() => player.close());

  it.each(MOMENTS)('keeps its words apart in $stage ($level, $moment)', async ({ stage, level, moment }) => {
    const { page } = player;
    await player.call('layout-page.tsx', 'show', stage, level, moment);
    const troubles: string[] = [];
    const tabs = page.locator('.panel [role=tablist]').first().getByRole('tab');
    const count = await tabs.count();
    for (let tab = 0; tab < Math.max(1, count); tab++) {
      if (count > 0) await tabs.nth(tab).click();
      for (const size of SIZES) {
        troubles.push(...(await look(player, size, `player-${stage}-${level}-${moment}-${tab}`)));
        const work = await page.locator('.panel-scroll').evaluate(({ clientHeight }) => clientHeight);
        if (size.name === 'phone' && work < WORK_SHARE * size.height)
          troubles.push(`${stage} ${tab}: only ${work} px of ${size.height} are left to work in`);
      }
      troubles.push(...(await lookAtLanguages(player, `player-${stage}-${level}-${moment}-${tab}`)));
    }
    expect(troubles).toEqual([]);
  });

  it('keeps its words apart in what lies over it: a help card, and a dataset opened to be read', async () => {
    const { page } = player;
    await player.call('layout-page.tsx', 'show', 'data', 'expert', 'usual');
    await page.locator('.panel [role=tab]').first().click();
    const troubles: string[] = [];
    for (const [name, opener] of [
      ['help', page.locator('.help-button')],
      ['drawer', page.locator('.panel .dataset .link').first()],
    ] as const) {
      await opener.click();
      for (const size of SIZES.slice(0, 2)) troubles.push(...(await lookForWords(player, size, name)));
      /* A help card keeps the language in which it was opened. */
      if (name === 'help') troubles.push(...(await findBarriers(page)));
      else troubles.push(...(await lookAtLanguages(player, name)));
      await page.keyboard.press('Escape');
    }
    expect(troubles).toEqual([]);
  });

  it('keeps extras of the data stage from newcomers, and most datasets behind one button', async () => {
    const { page } = player;
    const looksLike = async (level: string): Promise<[tabs: number, offers: number]> => {
      await player.call('layout-page.tsx', 'show', 'data', level, 'usual');
      await page.locator('.panel [role=tab]').first().click();
      const tabs = await page.locator('.panel [role=tab]').count();
      return [tabs, await page.locator('.market .dataset:not(.auction)').count()];
    };
    expect(await looksLike('first')).toEqual([2, SCORED_KINDS.length]);
    await page.locator('.market > .button').click();
    expect(await looksLike('expert')).toEqual([4, WORLD_KINDS.length]);
  });

  it('keeps its words apart on the way in', async () => {
    await player.call('layout-page.tsx', 'leave');
    const troubles: string[] = [];
    for (const size of SIZES.slice(0, 2)) troubles.push(...(await look(player, size, 'join')));
    troubles.push(...(await lookAtLanguages(player, 'join')));
    expect(troubles).toEqual([]);
  });
});

describe('the screens of a host', () => {
  let host: EnginePage;
  beforeAll(async () => void (host = await openPage('host')), 60_000);
  afterAll(() => host.close());

  it.each(MOMENTS)('keep their words apart in $stage ($level, $moment)', async ({ stage, level, moment }) => {
    await host.call('layout-page.tsx', 'show', stage, level, moment);
    const troubles: string[] = [];
    for (const [index, name] of ['projector', 'console'].entries()) {
      await host.page.locator('.host-tabs [role=tab]').nth(index).dispatchEvent('click');
      for (const size of SIZES)
        troubles.push(...(await look(host, size, `${name}-${stage}-${level}-${moment}`)));
      troubles.push(...(await lookAtLanguages(host, `${name}-${stage}-${level}-${moment}`)));
    }
    expect(troubles).toEqual([]);
  });

  it.each([
    ['pretrain', 'few'],
    ['fine-tune', 'few'],
    ['test', 'few'],
    ['deploy', 'few'],
    ['arena', 'few named'],
    ['arena', 'few closed'],
    ['arena', 'few spotlight'],
    ['debrief', 'few'],
  ])('keep them apart with a few talkative labs in %s (%s)', async (stage, moment) => {
    await host.call('layout-page.tsx', 'show', stage, 'expert', moment);
    await host.page.locator('.host-tabs [role=tab]').first().dispatchEvent('click');
    const [, laptop, projector] = SIZES;
    const troubles: string[] = [];
    for (const size of [laptop, projector])
      troubles.push(...(await look(host, size, `projector-${stage}-${moment}`)));
    expect(troubles).toEqual([]);
  });

  it('keep their words apart before a match', async () => {
    await host.call('layout-page.tsx', 'leave');
    const troubles: string[] = [];
    for (const size of SIZES) troubles.push(...(await lookForWords(host, size, 'start')));
    troubles.push(...(await lookAtLanguages(host, 'start')));
    expect(troubles).toEqual([]);
  });
});

describe('the page of the audience', () => {
  let audience: EnginePage;
  beforeAll(async () => void (audience = await openPage('audience')), 60_000);
  afterAll(() => audience.close());

  it.each([
    ['data', 'usual'],
    ['align', 'usual'],
    ['arena', 'closed'],
    ['arena', 'usual'],
    ['debrief', 'usual'],
  ])('keeps its words apart in %s (%s)', async (stage, moment) => {
    await audience.call('layout-page.tsx', 'show', stage, 'expert', moment);
    const name = `audience-${stage}-${moment}`;
    const troubles: string[] = [];
    for (const size of SIZES.slice(0, 2)) troubles.push(...(await look(audience, size, name)));
    troubles.push(...(await lookAtLanguages(audience, name)));
    expect(troubles).toEqual([]);
  });
});
