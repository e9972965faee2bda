/** Trains the lab's painter on this device, part after part, while the match says that it is this one's turn. */

import type { Remote } from 'comlink';
import { partSteps, shapeOf } from '../../shared/game/images/painter.ts';
import type { PaintOwnView, PaintView } from '../../shared/game/stages/paint/view.ts';
import { ROUTES, type PaintLessons } from '../../shared/game/wire/routes.ts';
import { backoffMs, sleep } from '../session/backoff.ts';
import { fillRoute } from '../session/http.ts';
import type { Session } from '../session/session.ts';
import type { LabPainter } from './painter/lab-painter.ts';
import { startWorker } from './start-worker.ts';

/** After so many failures in a row another device shall do it. */
const MOST_FAILURES = 4;

interface Turn {
  /** How often a stage was begun again: then pictures may be others, and the training begins anew. */
  repeats: number;
  plan: NonNullable<PaintOwnView['plan']>;
  from: number;
  steps: number;
  stepsTotal: number;
}

/** The part that this device is asked to train now, or null. */
function myTurn({ standpoint }: Session): Turn | null {
  const here = standpoint.value;
  const own = here?.team.own?.views.paint as PaintOwnView | undefined;
  const far = here?.team.views.paint as PaintView | undefined;
  if (!here || !own?.plan || !far || own.painterId !== here.me.id) return null;
  const { steps: from, stepsTotal } = far;
  return {
    repeats: here.match.repeats,
    plan: own.plan,
    from,
    steps: partSteps(from, stepsTotal),
    stepsTotal,
  };
}

const keyOf = ({ repeats, from }: Turn): string => `${repeats}/${from}`;

const startPainter = (): Promise<Remote<LabPainter> | null> =>
  startWorker<LabPainter>(
    () => new Worker(new URL('./painter/painter.worker.ts', import.meta.url), { type: 'module' }),
    (remote) => remote.holds(0),
  );

/** Watches the match and trains, until the session ends. */
export function startPaintTrainer(owner: Session): void {
  let painter: Promise<Remote<LabPainter> | null> | null = null;
  let opened: string | null = null;
  let isWorking = false;
  let failures = 0;
  let acceptedKey = '';

  async function work({ plan, repeats, ...part }: Turn): Promise<boolean> {
    const { from } = part;
    painter ??= startPainter();
    const remote = await painter;
    if (!remote || owner.isOver) return false;
    const wanted = `${repeats}/${plan.size}`;
    if (opened !== wanted) {
      const lessons = await owner.getJson<PaintLessons>(ROUTES.paintLessons);
      if (!lessons.ok || owner.isOver) return false;
      await remote.open(lessons.value, shapeOf(plan.size));
      opened = wanted;
    }
    if (!(await remote.holds(from))) {
      const weights = await owner.getBytes(fillRoute(ROUTES.painter, { steps: from }));
      if (!weights.ok || owner.isOver) return false;
      await remote.load(weights.value, from);
    }
    const painted = await remote.train({ ...part, seed: Math.floor(Math.random() * 2 ** 32) });
    if (owner.isOver) return false;
    const reply = await owner.postBytes(fillRoute(ROUTES.painted, { steps: from }), painted);
    return reply.ok;
  }

  async function consider(): Promise<void> {
    const turn = myTurn(owner);
    if (isWorking || !turn || keyOf(turn) === acceptedKey) return;
    isWorking = true;
    const isTaken = await work(turn).catch((problem: unknown) => {
      if (!owner.isOver) console.warn('A part of the painting failed:', problem);
      return false;
    });
    if (isTaken) acceptedKey = keyOf(turn);
    failures = isTaken ? 0 : failures + 1;
    if (!isTaken && !owner.isOver) {
      if (failures >= MOST_FAILURES) await owner.send({ type: 'paint/unable' }, true);
      await sleep(backoffMs(failures, Math.random()));
    }
    isWorking = false;
    if (!owner.isOver) void consider();
  }

  owner.watch(() => {
    void myTurn(owner);
    void consider();
  });
}
