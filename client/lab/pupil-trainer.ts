/** Teaches the lab's small copy on this device, part after part, while the match says that it is this one's turn. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { ShopView } from '../../shared/game/stages/deploy/view.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import { backoffMs, sleep } from '../session/backoff.ts';
import type { ClientError, Reply } from '../session/errors.ts';
import { fillRoute } from '../session/http.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';

/** How far this device is with its part, 0 to 1; null when it has none in hand. */
export const lessonShare = seatSignal<number | null>(null);

const ATTEMPTS = 6;
/** After so many failures in a row another device, or the server, shall do it. */
const MOST_FAILURES = 2;

interface Lesson {
  /** How often a stage was begun again: then the lessons are others. */
  repeats: number;
  lesson: number;
  rowsTotal: number;
  tokensTotal: number;
}

/** The part that this device is asked to teach now, or null. */
function myLesson({ standpoint }: Session): Lesson | null {
  const here = standpoint.value;
  const pupil = (here?.team.own?.views.deploy as ShopView | undefined)?.pupil;
  if (!here || !pupil || pupil.turn?.playerId !== here.me.id || pupil.turn.isBrought) return null;
  const { lessonsDone: lesson, rowsTotal, tokensTotal } = pupil;
  return { repeats: here.match.repeats, lesson, rowsTotal, tokensTotal };
}

const keyOf = ({ repeats, lesson }: Lesson): string => `${repeats}/${lesson}`;

/** Watches the match and teaches, until the session ends. */
export function startPupilTrainer(owner: Session): void {
  let isWorking = false;
  let failures = 0;
  /* What was taken stays this device's turn in our view until the next patch. */
  let doneKey = '';
  const consider = async (): Promise<void> => {
    const mine = myLesson(owner);
    if (isWorking || !mine || keyOf(mine) === doneKey) return;
    isWorking = true;
    const isDone = await teach(owner, mine).catch((problem: unknown) => {
      if (!owner.isOver) console.warn('A part of the lessons failed:', problem);
      return false;
    });
    lessonShare.of(owner).value = null;
    if (isDone) doneKey = keyOf(mine);
    failures = isDone ? 0 : failures + 1;
    if (!isDone && !owner.isOver && isStill(owner, mine)) {
      if (failures >= MOST_FAILURES) await owner.send({ type: 'deploy/unable' }, true);
      await sleep(backoffMs(failures, Math.random()));
    }
    isWorking = false;
    if (!owner.isOver) void consider();
  };
  owner.watch(() => {
    void myLesson(owner);
    void consider();
  });
}

function isStill(owner: Session, lesson: Lesson): boolean {
  const now = myLesson(owner);
  return now !== null && keyOf(now) === keyOf(lesson);
}

/** Teaches one part; true when the server took it. */
async function teach(owner: Session, mine: Lesson): Promise<boolean> {
  const { lesson, rowsTotal, tokensTotal } = mine;
  const share = lessonShare.of(owner);
  share.value = 0;
  const [checkpoint, shard] = await Promise.all([
    persist(owner, mine, () => owner.getBytes(fillRoute(ROUTES.lessonPupil, { lesson }))),
    persist(owner, mine, () => owner.getBytes(fillRoute(ROUTES.lessonRows, { lesson }))),
  ]);
  if (!checkpoint?.ok || !shard?.ok || owner.isOver) return false;
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return false;
  const part = tokensTotal / PUPIL_LESSONS;
  const outcome = await engine.trial(
    { checkpoint: checkpoint.value, shard: shard.value, lessons: { rowsTotal, tokensTotal } },
    ({ tokens }) => (share.value = Math.min(1, tokens / part)),
  );
  if (!outcome || owner.isOver) return false;
  const bytes = encodeUpdate(outcome);
  const reply = await persist(owner, mine, () =>
    owner.postBytes(fillRoute(ROUTES.lesson, { lesson }), bytes),
  );
  /* A repeat means that an earlier try arrived although its answer was lost. */
  return reply !== null && (reply.ok || reply.error.code === 'train/repeat');
}

const isAway = ({ code }: ClientError): boolean =>
  code === 'client/offline' || code === 'protocol/server_busy';

/** Tries again while the network or the server is away, as long as it is still this device's turn. */
async function persist<T>(
  owner: Session,
  lesson: Lesson,
  request: () => Promise<Reply<T>>,
): Promise<Reply<T> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(backoffMs(attempt, Math.random()));
    if (!isStill(owner, lesson)) return null;
    const reply = await request();
    if (reply.ok || !isAway(reply.error)) return reply;
  }
  return null;
}
