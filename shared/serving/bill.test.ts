import { expect, it } from 'vitest';
import {
  BOUGHT_HOURS,
  BUSY_WATTS,
  IDLE_WATTS,
  KWH_CENTS,
  LASTING_HOURS,
  machineBill,
  phoneBill,
  RENT_CENTS,
  totalCents,
} from './bill.ts';

const HOUR_MS = 100;
const RACK = { ownership: 'rented', most: 4, memoryBytes: 0 } as const;

it('has rent for as long as machines run, and power by what they do meanwhile', () => {
  const bill = machineBill({ paidMs: 150, busyMs: 50 }, HOUR_MS, RACK);
  expect(bill.machines).toBeCloseTo(1.5 * RENT_CENTS);
  expect(bill.kilowattHours).toBeCloseTo((0.5 * BUSY_WATTS + IDLE_WATTS) / 1000);
  expect(bill.power).toBeCloseTo(KWH_CENTS * bill.kilowattHours);
  expect(totalCents(bill)).toBeCloseTo(bill.machines + bill.power);
});

it('has all that was bought, whether it runs or not: cheaper where all run, dearer where they rarely do', () => {
  const cost = (ownership: 'rented' | 'bought', paidMs: number): number =>
    machineBill({ paidMs, busyMs: 0 }, HOUR_MS, { ...RACK, ownership }).machines;
  expect(cost('bought', 4 * HOUR_MS)).toBeCloseTo((4 * RENT_CENTS * BOUGHT_HOURS) / LASTING_HOURS);
  expect(cost('bought', 4 * HOUR_MS)).toBeLessThan(cost('rented', 4 * HOUR_MS));
  expect(cost('bought', HOUR_MS)).toBeGreaterThan(cost('rented', HOUR_MS));
});

it('has a download for each phone, by the bytes of the model', () => {
  const cents = totalCents(phoneBill(10, 200_000));
  expect(cents).toBeGreaterThan(0);
  expect(totalCents(phoneBill(10, 50_000))).toBeCloseTo(cents / 4);
});
