/** Reads the reports of steps back without stopping the queue: a step carries a read along when none is under way. */

import { createStaging, readMapped } from './memory.ts';
import { REPORT_FLOATS, REPORT_SLOTS } from './update.ts';

/** Reports that may wait for a read; then one is made although another is under way, before a slot comes round again. */
const MAX_WAITING = REPORT_SLOTS / 2;

/** One read fetches all slots. */
const READ_BYTES = 4 * REPORT_SLOTS * REPORT_FLOATS;

/** A step whose report is wanted. */
interface Waiting {
  slot: number;
  resolve(report: Float32Array): void;
  reject(error: unknown): void;
}

export class ReportReader {
  readonly #device: GPUDevice;
  readonly #all: GPUBuffer[] = [];
  readonly #free: GPUBuffer[] = [];
  #waiting: Waiting[] = [];
  #readsUnderWay = 0;
  #nextSlot = 0;
  #isDisposed = false;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Bytes of memory that it holds. */
  get memoryBytes(): number {
    return this.#all.length * READ_BYTES;
  }

  /** Where the next step should leave its report. */
  takeSlot(): number {
    return this.#nextSlot++ % REPORT_SLOTS;
  }

  /**
   * Submits an encoded step that leaves its report in `slot`, with a read of all that wait if it is time for one; the slots
   * begin at `reports` in `source`. Resolves to the report, [REPORT_FLOATS]; rejects when the device is lost.
   */
  submit(
    encoder: GPUCommandEncoder,
    source: () => GPUBuffer,
    reports: number,
    slot: number,
  ): Promise<Float32Array> {
    const report = new Promise<Float32Array>((resolve, reject) => {
      this.#waiting.push({ slot, resolve, reject });
    });
    const isDue = this.#readsUnderWay === 0 || this.#waiting.length >= MAX_WAITING;
    const read = isDue ? this.#encodeRead(encoder, source(), reports) : undefined;
    this.#device.queue.submit([encoder.finish()]);
    void read?.().then(() => this.#readLastOnes(source, reports));
    return report;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#free.length = 0;
    for (const buffer of this.#all.splice(0)) buffer.destroy();
    const error = new Error('executor: disposed while it worked');
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  /** Makes a read of its own for what has gathered meanwhile, if the device runs dry before a step carries it along. */
  async #readLastOnes(source: () => GPUBuffer, reports: number): Promise<void> {
    if (this.#waiting.length === 0) return;
    await this.#device.queue.onSubmittedWorkDone().catch(() => undefined);
    if (this.#isDisposed || this.#waiting.length === 0 || this.#readsUnderWay > 0) return;
    const encoder = this.#device.createCommandEncoder();
    const read = this.#encodeRead(encoder, source(), reports);
    this.#device.queue.submit([encoder.finish()]);
    await read();
    await this.#readLastOnes(source, reports);
  }

  /** Appends a copy of all slots; the result, called after the submit, settles all that wait now, and never rejects. */
  #encodeRead(encoder: GPUCommandEncoder, source: GPUBuffer, reports: number): () => Promise<void> {
    const staging = this.#free.pop() ?? this.#createStaging();
    encoder.copyBufferToBuffer(source, 4 * reports, staging, 0, READ_BYTES);
    const read = this.#waiting;
    this.#waiting = [];
    this.#readsUnderWay++;
    return async () => {
      try {
        const values = await readMapped(staging);
        for (const { slot, resolve } of read) {
          resolve(values.subarray(slot * REPORT_FLOATS, (slot + 1) * REPORT_FLOATS));
        }
      } catch (error) {
        for (const { reject } of read) reject(error);
      } finally {
        this.#readsUnderWay--;
        if (!this.#isDisposed) this.#free.push(staging);
      }
    };
  }

  #createStaging(): GPUBuffer {
    const staging = createStaging(this.#device, READ_BYTES);
    this.#all.push(staging);
    return staging;
  }
}
