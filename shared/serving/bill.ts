/** What machines cost: rent or purchase, and power by its watts and the price of a kilowatt-hour. All prices are made up. */

import type { Simulated } from './simulate.ts';
import type { Ownership } from './serving-plan.ts';

/** Rent for an hour: of a machine, and of each 100 kB of memory in it. */
export const RENT_CENTS = 40;
const MEMORY_CENTS = 13;
const MEMORY_BYTES = 100_000;
/** A machine costs as much as so many hours of rent, and lasts so many. */
export const BOUGHT_HOURS = 1200;
export const LASTING_HOURS = 2000;
/** What a machine draws while it works, and while it waits for work. */
export const BUSY_WATTS = 600;
export const IDLE_WATTS = 100;
export const KWH_CENTS = 50;
const WATTS_PER_KILOWATT = 1000;
/** What it costs to send 100 kB to a phone. */
const DOWNLOAD_CENTS = 1;

/** What an hour at so many watts costs. */
export const powerCents = (watts: number): number => (KWH_CENTS * watts) / WATTS_PER_KILOWATT;

/** In cents, and the energy behind the power. */
export interface Bill {
  machines: number;
  power: number;
  downloads: number;
  kilowattHours: number;
}

interface Rack {
  ownership: Ownership;
  /** Machines that are bought, where they are: as many as may run. */
  most: number;
  memoryBytes: number;
}

/** The bill of an hour that is so long in the simulation: rent is paid while a machine runs, a bought one all the time. */
export function machineBill(
  { paidMs, busyMs }: Pick<Simulated, 'paidMs' | 'busyMs'>,
  hourMs: number,
  { ownership, most, memoryBytes }: Rack,
): Bill {
  const rent = RENT_CENTS + (MEMORY_CENTS * memoryBytes) / MEMORY_BYTES;
  const kilowattHours = (BUSY_WATTS * busyMs + IDLE_WATTS * (paidMs - busyMs)) / hourMs / WATTS_PER_KILOWATT;
  return {
    machines:
      ownership === 'bought' ? (rent * most * BOUGHT_HOURS) / LASTING_HOURS : (rent * paidMs) / hourMs,
    power: KWH_CENTS * kilowattHours,
    downloads: 0,
    kilowattHours,
  };
}

/** The bill of an hour on the citizens' phones: each pays for their own power. */
export function phoneBill(downloads: number, bytes: number): Bill {
  const cents = (DOWNLOAD_CENTS * downloads * bytes) / MEMORY_BYTES;
  return { machines: 0, power: 0, downloads: cents, kilowattHours: 0 };
}

export const totalCents = ({ machines, power, downloads }: Bill): number => machines + power + downloads;
