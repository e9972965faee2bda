/** Whose turn it is at the referee: the match that was served least, and those that people wait for first. */

interface Waiting<Task> {
  task: Task;
  isUrgent: () => boolean;
}

/** Work of many matches for few threads; within a match in order of arrival. */
export class FairQueue<Task> {
  private readonly waiting = new Map<string, Waiting<Task>[]>();
  /** Milliseconds of work done for each match that has some waiting or had lately. */
  private readonly served = new Map<string, number>();
  /** What the match served last had received by then: where newcomers begin, so that coming late is no advantage. */
  private level = 0;

  /** `isUrgent` is asked when a turn is given: what was written ahead of time may have become urgent by then. */
  add(matchId: string, task: Task, isUrgent: () => boolean): void {
    const tasks = this.waiting.get(matchId) ?? [];
    if (tasks.length === 0) this.served.set(matchId, Math.max(this.served.get(matchId) ?? 0, this.level));
    tasks.push({ task, isUrgent });
    this.waiting.set(matchId, tasks);
  }

  /** Takes the next task out, or null when there is none. */
  next(): { matchId: string; task: Task } | null {
    let best: { matchId: string; rank: number; isUrgent: boolean } | null = null;
    for (const [matchId, [first]] of this.waiting) {
      if (!first) continue;
      const rank = this.served.get(matchId) ?? 0;
      const isUrgent = first.isUrgent();
      if (best && (best.isUrgent !== isUrgent ? best.isUrgent : best.rank <= rank)) continue;
      best = { matchId, rank, isUrgent };
    }
    const taken = best && this.waiting.get(best.matchId)?.shift();
    if (!best || !taken) return null;
    this.level = Math.max(this.level, best.rank);
    if (this.waiting.get(best.matchId)?.length === 0) this.waiting.delete(best.matchId);
    return { matchId: best.matchId, task: taken.task };
  }

  /** Notes how long a task of the match took. */
  charge(matchId: string, millis: number): void {
    this.served.set(matchId, (this.served.get(matchId) ?? this.level) + millis);
  }

  /** Takes out all that a match has waiting, and forgets what it received. */
  drop(matchId: string): Task[] {
    const tasks = this.waiting.get(matchId) ?? [];
    this.waiting.delete(matchId);
    this.served.delete(matchId);
    return tasks.map(({ task }) => task);
  }
}
