/** Which texts are generated on the graphics processor, without a device to do it. */

import { describe, expect, it } from 'vitest';
import type { TransformerConfig } from '../../config.ts';
import type { SamplingOptions } from '../../language-model.ts';
import { canDecode, canSample } from './generator.ts';

const OPTIONS = { maxTokens: 8, temperature: 1, topP: 0.9, seed: 1, stopTokens: [0] };
const CONFIG: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 256,
  contextLength: 64,
  width: 64,
  layers: 2,
  heads: 4,
};

describe('text generation on the graphics processor', () => {
  it('is for options that its kernel knows', () => {
    expect(canSample(OPTIONS)).toBe(true);
    const withOption = (option: object): SamplingOptions => ({ ...OPTIONS, ...option });
    expect(canSample(withOption({ beams: undefined }))).toBe(true);
    expect(canSample(withOption({ beams: 3 }))).toBe(false);
  });

  it('needs workgroup memory for a sequence, which the least device has for the models of the game', () => {
    const device = { limits: { maxComputeWorkgroupStorageSize: 16_384 } } as GPUDevice;
    expect(canDecode(device, CONFIG)).toBe(true);
    expect(canDecode(device, { ...CONFIG, width: 192, heads: 6, contextLength: 128 })).toBe(true);
    expect(canDecode(device, { ...CONFIG, width: 1024 })).toBe(false);
  });
});
