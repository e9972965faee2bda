/** Processor time of this process, the referee's threads apart: they give way to the others, which is how Linux tells them. */

import { readdirSync, readFileSync } from 'node:fs';

interface CpuSeconds {
  server: number;
  referee: number;
}

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100;
/** Places in a thread's line, after its name: user time, system time, niceness. */
const [USER, SYSTEM, NICE] = [11, 12, 16];

/** Where threads can't be told apart, all of it counts as the server's. */
export function cpuSeconds(): CpuSeconds {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage();
    return { server: (user + system) / 1e6, referee: 0 };
  }
  const threads = readdirSync('/proc/self/task').map((id) => {
    const line = readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      id: Number(id),
      nice: fields[NICE],
      seconds: (fields[USER] + fields[SYSTEM]) / TICKS_PER_SECOND,
    };
  });
  const main = threads.find(({ id }) => id === process.pid)?.nice ?? 0;
  const sum = (isWanted: (nice: number) => boolean): number =>
    threads.reduce((total, { nice, seconds }) => total + (isWanted(nice) ? seconds : 0), 0);
  return { server: sum((nice) => nice <= main), referee: sum((nice) => nice > main) };
}
