/** The model as a folder that other people's tools read: ONNX, safetensors, a tokenizer, and a program that runs it. */

import type { ModelConfig } from '../lm/config.ts';
import { ANSWER, ASK, END } from '../tokenizer/special.ts';
import type { HomeModel } from './home-model.ts';
import { recurrentToOnnx } from './onnx/recurrent.ts';
import { transformerToOnnx } from './onnx/transformer.ts';
import { programText, readmeText } from './folder-texts.ts';
import { toSafetensors } from './safetensors.ts';
import { toTokenizerJson, UNKNOWN } from './tokenizer-json.ts';

/** The files by name. Throws an Error where a format can't hold the model. */
export function folderFiles(model: HomeModel): Record<string, Uint8Array<ArrayBuffer>> {
  const { card, config, weights, tokenizer } = model;
  const described = {
    ...describe(config),
    end_token_id: END,
    ask_token_id: ASK,
    answer_token_id: ANSWER,
    unknown_token_id: UNKNOWN,
  };
  const reading = { clean_up_tokenization_spaces: false, model_max_length: config.contextLength };
  return {
    'README.md': utf8(readmeText(model)),
    'run.mjs': utf8(programText(card.manner)),
    'model.onnx': toOnnx(config, weights),
    'model.safetensors': toSafetensors(config, weights),
    'config.json': json(described),
    'tokenizer.json': json(toTokenizerJson(tokenizer)),
    'tokenizer_config.json': json(reading),
  };
}

function toOnnx(config: ModelConfig, weights: Float32Array): Uint8Array<ArrayBuffer> {
  return config.architecture === 'gru'
    ? recurrentToOnnx(config, weights)
    : transformerToOnnx(config, weights);
}

/** What a program has to know of the shape. */
function describe(config: ModelConfig): Record<string, unknown> {
  if (config.architecture === 'gru') return { model_type: 'loss-leaders-recurrent', ...config };
  return {
    model_type: 'loss-leaders-transformer',
    ...config,
    layer_norm_epsilon: 1e-5,
    hidden_activation: 'squared_relu',
    position_embedding: 'rotary',
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function json(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8(`${JSON.stringify(value, null, 2)}\n`);
}
