/** The folder's files in other people's loaders: logits, ids and tensors are ours. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tokenizer as OtherTokenizer } from '@huggingface/tokenizers';
import * as ortNode from 'onnxruntime-node';
import * as ortWeb from 'onnxruntime-web';
import { SafeTensor } from 'safetensors';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { promptTokens } from '../data/rows.ts';
import { createJsExecutor } from '../lm/executors/js.ts';
import { fillActivations } from '../lm/executors/training.ts';
import { createNetwork } from '../lm/networks.ts';
import { parameterSpec } from '../lm/spec.ts';
import { createJsHost } from '../nn/js/kernels.ts';
import { createRandom } from '../random.ts';
import { END } from '../tokenizer/special.ts';
import { FIRST_BYTE, FIRST_NIBBLE } from '../tokenizer/vocabulary.ts';
import { folderFiles } from './folder.ts';
import { RUNTIMES } from './folder-texts.ts';
import type { HomeModel } from './home-model.ts';
import { CARD, homeModel, plainText, strangeText, worldTokenizer } from './testing.ts';
import { UNKNOWN } from './tokenizer-json.ts';

const tokenizer = worldTokenizer();
const models = (['transformer', 'gru'] as const).map((architecture) =>
  homeModel(tokenizer, CARD, architecture),
);
const [model] = models;
const files = folderFiles(model);
const parse = (name: string): unknown => JSON.parse(new TextDecoder().decode(files[name]));

/** Our own logits of some rows, [rows, length, vocabSize]. */
function ownLogits(
  { config, weights }: HomeModel,
  tokens: Int32Array,
  rows: number,
  length: number,
): Float32Array {
  const host = createJsHost();
  const network = createNetwork(config);
  const { heapLayout } = network;
  const plan = network.planBatch(heapLayout, rows, length, heapLayout.end);
  host.reserve(plan.end);
  host.floats().set(weights, heapLayout.weights);
  network.prepare(host);
  const ones = new Float32Array(tokens.length).fill(1);
  fillActivations(host, plan, { rows, length, tokens, targets: tokens, weights: ones });
  plan.forward(host.kernels);
  return host.floats().slice(plan.logits, plan.logits + tokens.length * config.vocabSize);
}

const greatestGap = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index])), 0);

describe.each(models)('model.onnx of a $config.architecture', (model) => {
  const { config } = model;
  const onnx = folderFiles(model)['model.onnx'];
  const [rows, length] = [16, 64];
  const random = createRandom(3);
  const tokens = Int32Array.from({ length: rows * length }, () => random.int(config.vocabSize));
  const own = ownLogits(model, tokens, rows, length);

  it.each(['onnxruntime-node', 'onnxruntime-web'])(
    'gives our logits in %s, on a thousand positions',
    async (name) => {
      const { InferenceSession, Tensor } = name === 'onnxruntime-node' ? ortNode : ortWeb;
      /* Named, since the one for browsers takes the other's where both are registered in one place. */
      const executionProviders = [name === 'onnxruntime-node' ? 'cpu' : 'wasm'];
      const session = await InferenceSession.create(onnx, { executionProviders });
      const input = new Tensor('int64', BigInt64Array.from(tokens, BigInt), [rows, length]);
      const { logits } = await session.run({ input_ids: input });
      expect(logits.dims).toEqual([rows, length, config.vocabSize]);
      /* They are no small numbers, so that the bound says something. */
      expect(Math.max(...own.subarray(0, config.vocabSize))).toBeGreaterThan(1);
      expect(greatestGap(logits.data as Float32Array, own)).toBeLessThan(1e-4);
      /* A text of one token, too, and one that ends in the middle. */
      for (const short of [1, 7]) {
        const ids = BigInt64Array.from(tokens.subarray(0, short), BigInt);
        const one = await session.run({ input_ids: new Tensor('int64', ids, [1, short]) });
        const wanted = own.subarray(0, short * config.vocabSize);
        expect(greatestGap(one.logits.data as Float32Array, wanted)).toBeLessThan(1e-4);
      }
    },
  );
});

describe.each(models)('model.safetensors of a $config.architecture', (model) => {
  const { config, weights } = model;
  it('holds every tensor by its name, for a parser that is not ours', () => {
    const read = new SafeTensor(folderFiles(model)['model.safetensors']);
    const { tensors } = parameterSpec(config);
    expect([...read.metadata.keys()]).toEqual(tensors.map(({ name }) => name));
    for (const { name, shape, offset, size } of tensors) {
      expect(read.metadata.get(name)).toMatchObject({ dtype: 'F32', shape });
      const bytes = Buffer.from(weights.slice(offset, offset + size).buffer);
      expect(bytes.equals(read.getTensor(name)), name).toBe(true);
    }
  });
});

/** Ours with each byte that has no token of its own as one id instead of two half-bytes: all that the format can say. */
function sayable(ids: readonly number[]): number[] {
  const said: number[] = [];
  for (let at = 0; at < ids.length; at++) {
    const isHalf = ids[at] >= FIRST_NIBBLE && ids[at] < FIRST_BYTE;
    said.push(isHalf ? UNKNOWN : ids[at]);
    if (isHalf) at++;
  }
  return said;
}

describe('tokenizer.json', () => {
  const other = new OtherTokenizer(
    parse('tokenizer.json') as object,
    parse('tokenizer_config.json') as object,
  );

  it('gives our ids in @huggingface/tokenizers, on ten thousand strings', () => {
    const random = createRandom(11);
    let known = 0;
    for (let tried = 0; tried < 10_000; tried++) {
      const text = tried % 2 === 0 ? strangeText(random) : plainText(random);
      const own = tokenizer.encode(text);
      const ids = text === '' ? [] : other.encode(text).ids;
      expect({ text, ids }).toEqual({ text, ids: sayable(own) });
      if (own.every((id) => id >= FIRST_BYTE)) known++;
    }
    /* Where every byte is known nothing is left unsaid; there are enough of both kinds. */
    expect(known).toBeGreaterThan(4000);
    expect(known).toBeLessThan(6000);
  });

  it('gives text back as it was, with the spaces before signs', () => {
    const text = 'The hen , said Bram . What ?';
    expect(other.decode(tokenizer.encode(text))).toBe(text);
  });
});

describe.each(models)('run.mjs of a $config.architecture', (model) => {
  const { config, weights } = model;
  it('answers as the game does at temperature 0', async () => {
    expect(RUNTIMES).toEqual(
      Object.fromEntries(
        Object.keys(RUNTIMES).map((name) => [
          name,
          packageFile.devDependencies[name as keyof typeof RUNTIMES],
        ]),
      ),
    );
    const folder = mkdtempSync(join(tmpdir(), 'home-folder-'));
    for (const [name, bytes] of Object.entries(folderFiles(model))) writeFileSync(join(folder, name), bytes);
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
    const question = 'Who lives at the mill?';
    const said = execFileSync(process.execPath, ['run.mjs', question], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const executor = await createJsExecutor(config);
    await executor.load(weights);
    const prompt = promptTokens(question, tokenizer);
    const options = { maxTokens: 64, temperature: 0, topP: 1, seed: 1, stopTokens: [END] };
    const [answer] = await executor.generate([prompt], options);
    /* Half of a byte is the one thing that is spelled otherwise there, as the folder's README says. */
    expect(said.replaceAll(/<\|\d+\|>/g, '\uFFFD')).toBe(`${tokenizer.decode(answer)}\n`);
    expect(answer.length).toBeGreaterThan(3);
  });
});
