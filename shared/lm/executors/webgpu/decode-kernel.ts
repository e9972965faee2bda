/** Text generation in one WGSL kernel: a workgroup continues a sequence by several tokens, through all layers. */

import type { TransformerConfig } from '../../config.ts';
import type { TransformerLayout } from '../../transformer/layout.ts';
import {
  DECODING_THREADS,
  END_POSITION,
  FIRST_POSITION,
  MAX_TOKENS,
  type DecodingLayout,
} from './decoding-layout.ts';
import { SAMPLING } from './sampling.ts';

/** The shader for one model: `words` is what is uploaded, `state` what lives on between blocks of positions. */
export function decodeShader(
  config: TransformerConfig,
  heapLayout: TransformerLayout,
  layout: DecodingLayout,
): string {
  const { vocabSize, contextLength, width, layers, heads } = config;
  const { tokenEmbedding, previousEmbedding, valueEmbedding, blocks, finalNorm, head } =
    heapLayout.parameters;
  const [block] = blocks;
  // Blocks lie behind each other with their tensors in the same order.
  const blockStep = layers > 1 ? blocks[1].norm1.gain - block.norm1.gain : 0;
  return /* wgsl */ `
@group(0) @binding(0) var<storage, read> weights: array<f32>;
@group(0) @binding(1) var<storage, read> words: array<u32>;
@group(0) @binding(2) var<storage, read_write> state: array<f32>;

const THREADS = ${DECODING_THREADS}u;
const WIDTH = ${width}u;
const HEADS = ${heads}u;
const HEAD_WIDTH = ${width / heads}u;
const CONTEXT = ${contextLength}u;
const VOCAB = ${vocabSize}u;
/** Threads that share the keys of a head. */
const LANES = THREADS / HEADS;
const LOWEST = -3.0e38;

/** Ranges of \`memory\`. */
const STREAM = 0u;
const NARROW = WIDTH;
const WIDE = 2u * WIDTH;
const SCORES = 6u * WIDTH;
var<workgroup> memory: array<f32, ${6 * width + heads * contextLength}>;
var<workgroup> parts: array<f32, THREADS>;
var<workgroup> totals: array<f32, 16>;
var<workgroup> currentToken: u32;
var<workgroup> answerLength: u32;
var<workgroup> isDone: u32;
var<workgroup> chosen: u32;

/** What becomes of a product: it is set, added, rectified and squared, or stored as logits. */
const SET = 0u;
const ADD = 1u;
const RECTIFY = 2u;
const STORE = 3u;

/** All threads must call it together, as all functions with barriers here. */
fn sumOfAll(part: f32, thread: u32) -> f32 {
  parts[thread] = part;
  workgroupBarrier();
  if (thread < 16u) {
    var sum = 0.0;
    for (var i = 0u; i < THREADS / 16u; i++) {
      sum += parts[thread * (THREADS / 16u) + i];
    }
    totals[thread] = sum;
  }
  workgroupBarrier();
  var total = 0.0;
  for (var i = 0u; i < 16u; i++) {
    total += totals[i];
  }
  return total;
}

fn maximumOfAll(part: f32, thread: u32) -> f32 {
  parts[thread] = part;
  workgroupBarrier();
  if (thread < 16u) {
    var highest = parts[thread * (THREADS / 16u)];
    for (var i = 1u; i < THREADS / 16u; i++) {
      highest = max(highest, parts[thread * (THREADS / 16u) + i]);
    }
    totals[thread] = highest;
  }
  workgroupBarrier();
  var highest = totals[0];
  for (var i = 1u; i < 16u; i++) {
    highest = max(highest, totals[i]);
  }
  return highest;
}

fn layerNorm(gain: u32, bias: u32, thread: u32) {
  var part = 0.0;
  for (var i = thread; i < WIDTH; i += THREADS) {
    part += memory[STREAM + i];
  }
  let mean = sumOfAll(part, thread) / f32(WIDTH);
  part = 0.0;
  for (var i = thread; i < WIDTH; i += THREADS) {
    let centered = memory[STREAM + i] - mean;
    part += centered * centered;
  }
  let scale = 1.0 / sqrt(sumOfAll(part, thread) / f32(WIDTH) + 1e-5);
  for (var i = thread; i < WIDTH; i += THREADS) {
    memory[NARROW + i] = (memory[STREAM + i] - mean) * scale * weights[gain + i] + weights[bias + i];
  }
  workgroupBarrier();
}

fn finish(value: f32, column: u32, to: u32, mode: u32) {
  if (mode == STORE) {
    state[to + column] = value;
  } else if (mode == ADD) {
    memory[to + column] += value;
  } else if (mode == RECTIFY) {
    memory[to + column] = max(value, 0.0) * max(value, 0.0);
  } else {
    memory[to + column] = value;
  }
}

/** Several threads share a column where there are few; \`bias\` is 0 where there is none. */
fn linear(x: u32, weight: u32, bias: u32, inputs: u32, outputs: u32, to: u32, mode: u32, thread: u32) {
  let slices = max(1u, THREADS / outputs);
  let slice = select(0u, thread / outputs, slices > 1u);
  for (var first = 0u; first < outputs; first += THREADS) {
    let column = first + thread - slice * outputs;
    var sum = 0.0;
    if (slice < slices && column < outputs) {
      for (var k = slice; k < inputs; k += slices) {
        sum += memory[x + k] * weights[weight + k * outputs + column];
      }
    }
    if (slices > 1u) {
      parts[thread] = sum;
      workgroupBarrier();
      for (var i = 1u; i < select(0u, slices, thread < outputs); i++) {
        sum += parts[i * outputs + thread];
      }
    }
    if (first + thread < outputs) {
      finish(sum + select(0.0, weights[bias + column], bias > 0u), column, to, mode);
    }
  }
  storageBarrier();
  workgroupBarrier();
}

/** Turns the query and the key in WIDE by their position; see nn/rotary.ts. */
fn rotate(position: u32, thread: u32) {
  for (var column = 2u * thread; column < 2u * WIDTH; column += 2u * THREADS) {
    let angle = ${heapLayout.rotations}u + position * HEAD_WIDTH + column % HEAD_WIDTH;
    let x = memory[WIDE + column];
    let y = memory[WIDE + column + 1u];
    memory[WIDE + column] = x * weights[angle] - y * weights[angle + 1u];
    memory[WIDE + column + 1u] = x * weights[angle + 1u] + y * weights[angle];
  }
  workgroupBarrier();
}

/** Mixed values of all heads at a position, from the queries in WIDE and the caches, to NARROW. */
fn attention(keys: u32, values: u32, position: u32, thread: u32) {
  let head = thread % HEADS;
  let lane = thread / HEADS;
  let end = select(0u, position + 1u, lane < LANES);
  var highest = LOWEST;
  for (var j = lane; j < end; j += LANES) {
    var score = 0.0;
    for (var i = head * HEAD_WIDTH; i < (head + 1u) * HEAD_WIDTH; i++) {
      score += memory[WIDE + i] * state[keys + j * WIDTH + i];
    }
    score *= ${1 / Math.sqrt(width / heads)};
    memory[SCORES + head * CONTEXT + j] = score;
    highest = max(highest, score);
  }
  parts[thread] = highest;
  workgroupBarrier();
  for (var i = 0u; i < LANES; i++) {
    highest = max(highest, parts[i * HEADS + head]);
  }
  workgroupBarrier();
  var sum = 0.0;
  for (var j = lane; j < end; j += LANES) {
    let p = exp(memory[SCORES + head * CONTEXT + j] - highest);
    memory[SCORES + head * CONTEXT + j] = p;
    sum += p;
  }
  parts[thread] = sum;
  workgroupBarrier();
  for (var column = thread; column < WIDTH; column += THREADS) {
    let owner = column / HEAD_WIDTH;
    var total = 0.0;
    for (var i = 0u; i < LANES; i++) {
      total += parts[i * HEADS + owner];
    }
    var mixed = 0.0;
    for (var j = 0u; j <= position; j++) {
      mixed += memory[SCORES + owner * CONTEXT + j] * state[values + j * WIDTH + column];
    }
    memory[NARROW + column] = mixed / total;
  }
  workgroupBarrier();
}

/** Leaves the token's last normalized state in NARROW; \`previous\` is the token before, and 0 at the start. */
fn decode(previous: u32, token: u32, position: u32, cache: u32, thread: u32) {
  for (var i = thread; i < WIDTH; i += THREADS) {
    memory[STREAM + i] = weights[${tokenEmbedding}u + token * WIDTH + i] + weights[${previousEmbedding}u + previous * WIDTH + i];
  }
  workgroupBarrier();
  for (var layer = 0u; layer < ${layers}u; layer++) {
    let at = layer * ${blockStep}u;
    let keys = cache + layer * 2u * CONTEXT * WIDTH;
    let values = keys + CONTEXT * WIDTH;
    layerNorm(${block.norm1.gain}u + at, ${block.norm1.bias}u + at, thread);
    linear(NARROW, ${block.qkv.weight}u + at, ${block.qkv.bias}u + at, WIDTH, 3u * WIDTH, WIDE, SET, thread);
    rotate(position, thread);
    for (var i = thread; i < WIDTH; i += THREADS) {
      state[keys + position * WIDTH + i] = memory[WIDE + WIDTH + i];
      state[values + position * WIDTH + i] = memory[WIDE + 2u * WIDTH + i] + weights[${valueEmbedding}u + token * WIDTH + i];
    }
    storageBarrier();
    attention(keys, values, position, thread);
    linear(NARROW, ${block.projection.weight}u + at, ${block.projection.bias}u + at, WIDTH, WIDTH, STREAM, ADD, thread);
    layerNorm(${block.norm2.gain}u + at, ${block.norm2.bias}u + at, thread);
    linear(NARROW, ${block.expand.weight}u + at, ${block.expand.bias}u + at, WIDTH, 4u * WIDTH, WIDE, RECTIFY, thread);
    linear(WIDE, ${block.contract.weight}u + at, ${block.contract.bias}u + at, 4u * WIDTH, WIDTH, STREAM, ADD, thread);
  }
  layerNorm(${finalNorm.gain}u, ${finalNorm.bias}u, thread);
}
${SAMPLING}
@compute @workgroup_size(THREADS)
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) thread: u32,
) {
  let prompt = ${layout.prompts}u + group.x * ${layout.promptStep}u;
  let result = group.x * ${layout.resultStep}u;
  let cache = groups.x * ${layout.resultStep}u + group.x * ${layout.cacheStep}u;
  let logits = cache + ${layout.logits}u;
  let promptLength = words[prompt];
  if (thread == 0u) {
    isDone = u32(state[result]);
    answerLength = u32(state[result + 1u]);
    currentToken = u32(state[result + 1u + max(1u, answerLength)]);
  }
  for (var position = words[${FIRST_POSITION}u]; position < words[${END_POSITION}u]; position++) {
    if (workgroupUniformLoad(&isDone) != 0u) {
      break;
    }
    var token = workgroupUniformLoad(&currentToken);
    if (position < promptLength) {
      token = words[prompt + 2u + position];
    }
    var previous = 0u;
    if (position > promptLength) {
      previous = u32(state[result + 1u + position - promptLength]);
    } else if (position > 0u) {
      previous = words[prompt + 1u + position];
    }
    decode(previous, token, position, cache, thread);
    if (position + 1u < promptLength) {
      continue;
    }
    linear(NARROW, ${head}u, 0u, WIDTH, VOCAB, logits, STORE, thread);
    chooseToken(logits, words[prompt + 1u], workgroupUniformLoad(&answerLength), thread);
    if (thread == 0u) {
      if (words[${layout.stops}u + chosen] == 1u) {
        isDone = 1u;
      } else {
        state[result + 2u + answerLength] = f32(chosen);
        currentToken = chosen;
        answerLength++;
        isDone = select(0u, 1u, answerLength >= words[${MAX_TOKENS}u]);
      }
    }
  }
  if (thread == 0u) {
    state[result] = f32(isDone);
    state[result + 1u] = f32(answerLength);
  }
}
`;
}
