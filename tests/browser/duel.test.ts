/** Four players in two labs, on phones and without: votes make a reward model, a lab learns by it, both are tested, attack each other, and let a model out. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { Connection } from '../../client/bots/connection.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { duelOf, testOf } from '../../shared/game/stages/test/shown.ts';
import type { AlignView } from '../../shared/game/stages/align/view.ts';
import type { ScalePlan } from '../../shared/game/stages/scale/plan.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { ROUTES, type PairsReply } from '../../shared/game/wire/routes.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { checkLayout, LOOK_MILLIS, openPage, pressMain, SIZES } from './watched-page.ts';

const served = serveGame();
const PATIENCE = 240_000;
/** Of those without a page; a few more come from the page. */
const VOTES = 30;

/** Referees are quick with it, and devices too; where the clock decides, the one proposal of a lab counts. */
const TINY: ScalePlan = { size: 'tiny', contextLength: 32 };

const fitsOf = ({ views }: MatchView) => (views.align as AlignView | undefined)?.fits ?? [];

/** Rates pairs of all labs by a fixed taste: the longer answer. */
async function rateAs(player: Connection): Promise<void> {
  const { pairs } = await player.getJson<PairsReply>(ROUTES.pairs);
  for (const { id, a, b } of pairs.slice(0, VOTES))
    await player.send({ type: 'align/rate', pairId: id, choice: a.length > b.length ? 'a' : 'b' });
}

/** Agrees to what a team-mate proposes of this kind. */
async function agreeTo(
  player: Connection,
  lab: number,
  matches: (proposed: TeamPlan) => boolean,
): Promise<void> {
  const proposalOf = ({ teams }: MatchView) =>
    teams[lab]?.own?.proposals.find(({ proposed }) => matches(proposed));
  const view = await player.until((seen) => proposalOf(seen) !== undefined, PATIENCE);
  const proposalId = proposalOf(view)?.id ?? '';
  await player.send({ type: 'plan/agree', proposalId });
}

describe('votes, learning by reward, tests, a duel and a gate', () => {
  it('are played by four people in two labs with real models', async () => {
    const { app, browser } = served;
    const { code, host } = await openMatch(app.url, {
      teamCount: 2,
      leftOut: ['deploy'],
      experiment: { seed: 5, budgetFlops: 3e10, clockScale: 20 },
    });
    const ada = await openPage(browser, 'duel-player', `${app.url}/?code=${code}&executor=wasm`, SIZES[0]);
    await pressMain(ada);
    await ada.page.locator('.lab[data-stage="lobby"]').waitFor();
    await host.until(({ players }) => players.length === 1, PATIENCE);
    const [bo, cy, di] = [
      await joinAs(app.url, code, 'Bo'),
      await joinAs(app.url, code, 'Cy'),
      await joinAs(app.url, code, 'Di'),
    ];
    for (const [player, teamId] of [
      [bo, 'team-1'],
      [cy, 'team-2'],
      [di, 'team-2'],
    ] as const)
      await player.send({ type: 'lobby/switch-team', teamId });
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
      await host.until((view) => view.stage === stage, PATIENCE);
      if (stage === 'scale')
        for (const player of [bo, cy])
          await player.send({ type: 'plan/propose', proposed: { stage, plan: TINY } });
      if (stage === 'pretrain') await host.until(({ teams }) => teams.every(({ ready }) => ready), PATIENCE);
      await host.send({ type: 'host/skip' });
      if (stage === 'fine-tune') await host.send({ type: 'host/skip' });
    }
    const panel = ada.page.locator('.lab .panel');

    await host.until(({ pairs }) => pairs >= VOTES, PATIENCE);
    await ada.page.getByTestId('answer-a').waitFor({ timeout: PATIENCE });
    await ada.page.waitForTimeout(LOOK_MILLIS);
    await ada.page.getByTestId('answer-a').click();
    await rateAs(bo);
    await host.until((view) => fitsOf(view).length > 0, PATIENCE);
    await panel.getByRole('tab', { name: t('align.tabTrain') }).click();
    await ada.page.getByTestId('learnt-reward').waitFor({ timeout: PATIENCE });
    await panel.locator('label', { hasText: t('align.method.reward') }).click();
    await pressMain(ada);
    await agreeTo(bo, 0, (all) => all.stage === 'align' && all.plan.kind === 'train');
    await ada.page.getByTestId('align-keep').click({ timeout: PATIENCE });
    await agreeTo(bo, 0, (all) => all.stage === 'align' && all.plan.kind === 'keep');
    await cy.send({ type: 'plan/propose', proposed: { stage: 'align', plan: { kind: 'keep' } } });
    await agreeTo(di, 1, ({ stage }) => stage === 'align');

    await host.until(({ teams }) => teams.every((team) => testOf(team).examined !== null), PATIENCE);
    await panel.getByText(t('test.eval.sheets')).waitFor({ timeout: PATIENCE });
    expect(testOf(host.view.teams[0]).examined?.candidate).toBe('align');
    await panel.getByRole('tab', { name: t('test.tabAttack') }).click();
    await panel.locator('label', { hasText: t('duel.goal.insult') }).click();
    await ada.page.getByTestId('attack').click();
    await panel.locator('.probe-slip').first().waitFor({ timeout: PATIENCE });
    expect(duelOf(host.view)?.newest[0]).toMatchObject({ byTeamId: 'team-1', goal: 'insult' });
    await panel.getByRole('tab', { name: t('test.tabOwn') }).click();
    await panel.locator('textarea').fill('How are you?\nWho are you?');
    await panel.locator('.field input').fill('the');
    await ada.page.getByTestId('own-test').click();
    const isTaken = (view: MatchView) =>
      Object.keys(duelOf(view)?.ownEvals[0]?.scores ?? {}).length === view.teams.length;
    await host.until(isTaken, PATIENCE);
    await panel.getByRole('tab', { name: t('test.tabOurs') }).click();
    await ada.page.locator('[data-testid^="gate-"]').first().click({ timeout: PATIENCE });
    await agreeTo(bo, 0, ({ stage }) => stage === 'test');
    await host.until(({ teams }) => testOf(teams[0]).gate !== null, PATIENCE);
    await panel.locator('.model-card').waitFor();
    expect(await checkLayout(ada, 'duel-gate')).toEqual([]);
    expect(ada.complaints).toEqual([]);
  }, 420_000);
});
