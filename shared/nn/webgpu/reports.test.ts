/** Reports of steps come back in groups, each to the step that left it, on a device that only counts. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReportReader } from './reports.ts';
import { REPORT_FLOATS, REPORT_SLOTS } from './update.ts';

/** A queue that does nothing until `finish` is called; every slot then holds the number of the step that used it last. */
function slowDevice() {
  const heap = new Float32Array(REPORT_SLOTS * REPORT_FLOATS);
  let submits = 0;
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const createBuffer = () => {
    const values = new Float32Array(heap.length);
    const range = { mapAsync: () => finished, getMappedRange: () => values.buffer, unmap: () => undefined };
    return { ...range, values, destroy: () => undefined };
  };
  const encoder = {
    copyBufferToBuffer: (_: unknown, __: number, target: ReturnType<typeof createBuffer>) =>
      target.values.set(heap),
    finish: () => undefined,
  };
  const queue = { submit: () => submits++, onSubmittedWorkDone: () => finished };
  const device = { queue, createBuffer, createCommandEncoder: () => encoder } as unknown as GPUDevice;
  const reader = new ReportReader(device);
  const step = async (number: number): Promise<number> => {
    const slot = reader.takeSlot();
    heap[slot * REPORT_FLOATS] = number;
    const source = () => ({}) as GPUBuffer;
    const [report] = await reader.submit(device.createCommandEncoder(), source, 0, slot);
    return report;
  };
  return { reader, step, submits: () => submits, finish: () => finish() };
}

describe('reports', () => {
  beforeEach(() => {
    vi.stubGlobal('GPUBufferUsage', { MAP_READ: 1, COPY_DST: 8 });
    vi.stubGlobal('GPUMapMode', { READ: 1 });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('of steps that follow each other are read in groups: one submit a step and one for the last ones', async () => {
    const { step, submits, finish } = slowDevice();
    const steps = [1, 2, 3, 4, 5].map(step);
    expect(submits()).toBe(5);
    finish();
    expect(await Promise.all(steps)).toEqual([1, 2, 3, 4, 5]);
    expect(submits()).toBe(6);
  });

  it('are read before their slot comes round again', async () => {
    const { reader, step, finish } = slowDevice();
    const numbers = Array.from({ length: 3 * REPORT_SLOTS }, (_, i) => i);
    const steps = numbers.map(step);
    expect(reader.memoryBytes).toBeGreaterThan(4 * REPORT_SLOTS * REPORT_FLOATS);
    finish();
    expect(await Promise.all(steps)).toEqual(numbers);
  });

  it('are refused to whoever still waits when all is disposed of', async () => {
    const { reader, step } = slowDevice();
    void step(1);
    const waiting = step(2);
    reader.dispose();
    await expect(waiting).rejects.toThrow('disposed while it worked');
    expect(reader.memoryBytes).toBe(0);
  });
});
