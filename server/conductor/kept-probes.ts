/** What is kept of scaling runs until they are measured: in memory, and in the store for the next process. */

import { decodeRows, encodeRows } from '../../shared/data/rows.ts';
import type { Match } from '../../shared/game/match.ts';
import { bytesOfFloats, bytesOfJson, floatsOfBytes, jsonOfBytes } from '../match/value-bytes.ts';
import type { MatchValues } from '../match/values.ts';
import type { LaidProbe } from '../referee/tasks.ts';

export interface KeptProbe extends LaidProbe {
  /** Its weights as they came back; null while a device trains them. */
  trained: Float32Array | null;
}

const PARTS = ['model', 'rows', 'weights', 'trained'] as const;

export class KeptProbes {
  readonly #kept = new Map<string, KeptProbe>();
  readonly #values: MatchValues;

  constructor(values: MatchValues) {
    this.#values = values;
  }

  get(probeId: string): KeptProbe | null {
    return this.#kept.get(probeId) ?? null;
  }

  lay(probeId: string, laid: LaidProbe): void {
    this.#kept.set(probeId, { ...laid, trained: null });
    const { config, tokenizer, rows, weights } = laid;
    this.#values.put(nameOf(probeId, 'model'), bytesOfJson({ config, tokenizer }));
    this.#values.put(nameOf(probeId, 'rows'), encodeRows(rows));
    this.#values.put(nameOf(probeId, 'weights'), bytesOfFloats(weights));
  }

  take(probeId: string, trained: Float32Array): void {
    const laid = this.#kept.get(probeId);
    if (!laid) return;
    this.#kept.set(probeId, { ...laid, trained });
    this.#values.put(nameOf(probeId, 'trained'), bytesOfFloats(trained));
  }

  forget(probeId: string): void {
    if (!this.#kept.delete(probeId)) return;
    for (const part of PARTS) this.#values.remove(nameOf(probeId, part));
  }

  forgetAllBut(probeIds: readonly string[]): void {
    for (const id of Array.from(this.#kept.keys())) if (!probeIds.includes(id)) this.forget(id);
  }

  /** Brings back those that a device trains or the referee has yet to measure. */
  async restore({ teams }: Match): Promise<void> {
    for (const { now } of Object.values(teams)) {
      for (const { id, status } of now.scale.probes)
        if (status === 'training' || status === 'trained') await this.#restore(id, status === 'trained');
    }
  }

  async #restore(probeId: string, isTrained: boolean): Promise<void> {
    const [model, rows, weights, trained] = await Promise.all(
      PARTS.map((part) => this.#values.get(nameOf(probeId, part))),
    );
    if (!model || !rows || !weights) return;
    this.#kept.set(probeId, {
      ...(jsonOfBytes(model) as Pick<LaidProbe, 'config' | 'tokenizer'>),
      rows: decodeRows(rows),
      weights: floatsOfBytes(weights),
      trained: isTrained && trained ? floatsOfBytes(trained) : null,
    });
  }
}

/** A probe's id has a dot, which no name in the store has. */
function nameOf(probeId: string, part: (typeof PARTS)[number]): string {
  return `probes/${probeId.replace('.', '-')}/${part}`;
}
