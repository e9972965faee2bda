/** The binary form of a model: a short JSON header, then the weights; the reader refuses what it does not know. */

import { InputError } from './input-error.ts';
import {
  readWeights,
  storedBytes,
  WEIGHT_FORMATS,
  WeightFaultError,
  writeWeights,
  type WeightFormat,
} from '../nn/formats/weight-format.ts';
import type { ParameterSpec } from '../nn/tensors.ts';
import type { ModelConfig } from './config.ts';
import { parameterSpec } from './spec.ts';

export interface Checkpoint {
  config: ModelConfig;
  /** Identifies the tokenizer the model was trained with. */
  tokenizerHash: string;
  /** Optimizer steps so far. */
  step: number;
  /** Training tokens so far. */
  tokens: number;
  /** [parameterCount], laid out by `parameterSpec`. */
  weights: Float32Array;
}

export type CheckpointReason =
  | 'checkpoint/too_short'
  | 'checkpoint/not_a_checkpoint'
  | 'checkpoint/unknown_version'
  | 'checkpoint/unknown_dtype'
  | 'checkpoint/bad_header'
  | 'checkpoint/bad_config'
  | 'checkpoint/wrong_size'
  | 'checkpoint/not_finite'
  | 'checkpoint/out_of_range'
  | 'checkpoint/bad_integer';

/** Why bytes are no usable checkpoint. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  readonly reason: CheckpointReason;
  constructor(reason: CheckpointReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

/** "LLCP" read as a little-endian number. */
const MAGIC = 0x50434c4c;
/** Raised with every other shape of the same configuration: 2 had embeddings of pairs of tokens, as many weights with other meanings. */
const FORMAT_VERSION = 3;
/** Magic and header length. */
const PREFIX_BYTES = 8;
const MAX_HEADER_BYTES = 4096;

/** What the header says besides its version. */
interface Header extends Omit<Checkpoint, 'weights'> {
  dtype: WeightFormat;
}

const HEADER_FIELDS = ['version', 'dtype', 'config', 'tokenizerHash', 'step', 'tokens'];
/** Beside the architecture. */
const CONFIG_FIELDS = {
  transformer: ['vocabSize', 'contextLength', 'width', 'layers', 'heads'],
  gru: ['vocabSize', 'contextLength', 'width', 'layers'],
} as const;
const MAX_HASH_LENGTH = 200;

/**
 * Little-endian: "LLCP", header length (uint32), header as JSON padded with spaces to 4 bytes, weights in the format
 * that the header names (see weight-format.ts). Throws a RangeError when the weights do not fit the configuration.
 */
export function encodeCheckpoint(
  checkpoint: Checkpoint,
  dtype: WeightFormat = 'fp32',
): Uint8Array<ArrayBuffer> {
  const { config, tokenizerHash, step, tokens, weights } = checkpoint;
  const spec = parameterSpec(config);
  if (weights.length !== spec.parameterCount) {
    throw new InputError(
      `checkpoint: ${weights.length} weights for a model of ${spec.parameterCount} parameters`,
    );
  }
  const header = {
    version: FORMAT_VERSION,
    dtype,
    config: checkConfig(config),
    tokenizerHash,
    step,
    tokens,
  };
  checkHeader(header);
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = (json.length + 3) & ~3;
  const bytes = new Uint8Array(PREFIX_BYTES + headerBytes + storedBytes(spec, dtype));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headerBytes, true);
  bytes.fill(0x20, PREFIX_BYTES, PREFIX_BYTES + headerBytes);
  bytes.set(json, PREFIX_BYTES);
  writeWeights(view, PREFIX_BYTES + headerBytes, spec, dtype, weights);
  return bytes;
}

/**
 * Reads a checkpoint; its weights are finite and small enough to compute with. Throws a CheckpointError that says why
 * not. Asks for no more memory than a few times the size of the input.
 */
export function decodeCheckpoint(input: Uint8Array | ArrayBuffer): Checkpoint {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  if (bytes.byteLength < PREFIX_BYTES)
    throw new CheckpointError('checkpoint/too_short', 'no room for a header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new CheckpointError('checkpoint/not_a_checkpoint', 'wrong magic');
  const headerBytes = view.getUint32(4, true);
  if (headerBytes > MAX_HEADER_BYTES || headerBytes % 4 !== 0) {
    throw new CheckpointError('checkpoint/bad_header', `a header of ${headerBytes} bytes`);
  }
  const start = PREFIX_BYTES + headerBytes;
  if (bytes.byteLength < start) throw new CheckpointError('checkpoint/too_short', 'the header is cut off');
  const { dtype, ...header } = readHeader(bytes.subarray(PREFIX_BYTES, start));
  const spec = specOf(header.config);
  const wanted = start + storedBytes(spec, dtype);
  if (bytes.byteLength !== wanted) {
    throw new CheckpointError('checkpoint/wrong_size', `${bytes.byteLength} bytes instead of ${wanted}`);
  }
  try {
    return { ...header, weights: readWeights(view, start, spec, dtype) };
  } catch (error) {
    if (!(error instanceof WeightFaultError)) throw error;
    throw new CheckpointError(`checkpoint/${error.fault.kind}`, error.fault.detail);
  }
}

function readHeader(bytes: Uint8Array): Header {
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    json = JSON.parse(text);
  } catch {
    throw new CheckpointError('checkpoint/bad_header', 'the header is not JSON');
  }
  const header = checkHeader(json);
  // Two readers could disagree about what they read: a field given twice, say, of which this one sees the last.
  if (JSON.stringify(json) !== text.trimEnd()) {
    throw new CheckpointError('checkpoint/bad_header', 'the header is not written as it is read');
  }
  return header;
}

/** A header with exactly the known fields, of the known types; throws a CheckpointError otherwise. */
function checkHeader(json: unknown): Header {
  if (!isRecord(json)) throw new CheckpointError('checkpoint/bad_header', 'the header is no object');
  const { version, dtype, config, tokenizerHash, step, tokens } = json;
  if (version !== FORMAT_VERSION) {
    throw new CheckpointError(
      'checkpoint/unknown_version',
      `version ${JSON.stringify(version)} instead of ${FORMAT_VERSION}`,
    );
  }
  const format = WEIGHT_FORMATS.find((known) => known === dtype);
  if (!format) {
    const known = WEIGHT_FORMATS.join(', ');
    throw new CheckpointError(
      'checkpoint/unknown_dtype',
      `dtype ${JSON.stringify(dtype)} is none of ${known}`,
    );
  }
  checkFields(json, HEADER_FIELDS);
  const readConfig = checkConfig(config);
  if (typeof tokenizerHash !== 'string' || tokenizerHash.length > MAX_HASH_LENGTH) {
    throw new CheckpointError('checkpoint/bad_header', 'tokenizerHash is no short text');
  }
  if (!isCount(step) || !isCount(tokens)) {
    throw new CheckpointError('checkpoint/bad_header', 'step and tokens must be counts');
  }
  return { dtype: format, config: readConfig, tokenizerHash, step, tokens };
}

/** A configuration of a known kind with exactly its fields; whether its numbers make a model is not asked yet. */
function checkConfig(config: unknown): ModelConfig {
  if (!isRecord(config)) throw new CheckpointError('checkpoint/bad_header', 'config is no object');
  const { architecture, vocabSize, contextLength, width, layers, heads } = config;
  if (architecture !== 'transformer' && architecture !== 'gru') {
    const given = JSON.stringify(architecture);
    throw new CheckpointError(
      'checkpoint/bad_config',
      `architecture ${given} is neither transformer nor gru`,
    );
  }
  checkFields(config, ['architecture', ...CONFIG_FIELDS[architecture]]);
  if (!isCount(vocabSize) || !isCount(contextLength) || !isCount(width) || !isCount(layers)) {
    throw new CheckpointError('checkpoint/bad_config', 'the numbers of the config must be counts');
  }
  const shape = { vocabSize, contextLength, width, layers };
  if (architecture === 'gru') return { architecture, ...shape };
  if (!isCount(heads)) throw new CheckpointError('checkpoint/bad_config', 'heads must be a count');
  return { architecture, ...shape, heads };
}

function checkFields(record: Record<string, unknown>, known: readonly string[]): void {
  const names = Object.keys(record);
  const wrong = [
    ...names.filter((name) => !known.includes(name)),
    ...known.filter((name) => !names.includes(name)),
  ];
  if (wrong.length > 0) {
    throw new CheckpointError('checkpoint/bad_header', `unknown or missing: ${wrong.join(', ')}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function specOf(config: ModelConfig): ParameterSpec {
  try {
    return parameterSpec(config);
  } catch (error) {
    throw new CheckpointError(
      'checkpoint/bad_config',
      error instanceof Error ? error.message : String(error),
    );
  }
}
