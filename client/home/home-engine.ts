/** The engine of a page that was taken home: it runs on the page itself, as files from a disk may not start workers everywhere. */

import type { HomeFile } from '../../shared/home/home-file.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { detectSimd } from '../../shared/nn/wasm/host.ts';
import type { Glass } from '../inside/glass.ts';
import type { SpeakingModel } from '../lab/engine/api.ts';
import { Speaker } from '../lab/engine/speaker.ts';

export interface OpenHomeModel extends Glass {
  talk(text: string, temperature: number): Promise<string>;
}

export function openHomeModel({ card, checkpoint, tokenizer }: HomeFile): OpenHomeModel {
  const speaker = new Speaker((config) =>
    detectSimd() ? createWasmExecutor(config) : createJsExecutor(config),
  );
  const model: SpeakingModel = { name: 'home', kind: 'checkpoint', bytes: checkpoint, tokenizer };
  const { manner } = card;
  return {
    manner,
    inspect: (text, without) => speaker.inspect({ model, text, manner, without }),
    /* The other map's library would make the page too large. */
    layouts: ['plane'],
    mapWords: (word, layout) => speaker.mapWords({ model, word, layout }),
    swap: (text, other, place) => speaker.swapStates({ model, text, other, manner, place }),
    probe: (question) => speaker.probeStates({ model, question }),
    people: async () => [],
    talk(text, temperature) {
      const seed = Math.floor(Math.random() * 2 ** 32);
      return speaker.say({ model, text, manner, seed, temperature });
    },
  };
}
