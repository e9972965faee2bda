/** What is written for people into the folder of a model: how to run it, and what other tools must know. */

import { parameterSpec } from '../lm/spec.ts';
import { ANSWER, ASK, END } from '../tokenizer/special.ts';
import type { HomeModel } from './home-model.ts';

/** The packages that the proof in folder.test.ts runs with. */
export const RUNTIMES = { 'onnxruntime-node': '1.30.0', '@huggingface/tokenizers': '0.2.0' } as const;

const PROGRAM_IMPORTS = [
  "import { readFileSync } from 'node:fs';",
  "import { Tokenizer } from '@huggingface/tokenizers';",
  "import { InferenceSession, Tensor } from 'onnxruntime-node';",
];

/** A program for Node that lets the model speak: greedy, token by token. */
export function programText(manner: 'continue' | 'answer'): string {
  const prompt = manner === 'answer' ? `[${END}, ${ASK}, ...ids, ${ANSWER}]` : `[${END}, ...ids]`;
  return `// Lets the model speak. Usage: node run.mjs "some text"
${PROGRAM_IMPORTS.join('\n')}

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { contextLength, vocabSize, end_token_id: end } = read('config.json');
const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
const session = await InferenceSession.create(readFileSync(new URL('model.onnx', import.meta.url)));

const { ids } = tokenizer.encode(process.argv[2] ?? '');
const tokens = ${prompt};
const start = tokens.length;
while (tokens.length < contextLength) {
  const input_ids = new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]);
  const { logits } = await session.run({ input_ids });
  const last = logits.data.slice(-vocabSize);
  const next = last.indexOf(Math.max(...last));
  if (next === end) break;
  tokens.push(next);
}
const said = tokens.slice(start);
console.log(said.length > 0 ? tokenizer.decode(said) : '');
`;
}

/** Names of labs may hold what Markdown reads as markup. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');

/** What any shell takes as it stands, between double quotes. */
const SHELL_SAFE = /^[\p{L}\p{N} ,.?'-]+$/u;

/** Something to say to the model in the example. */
function exampleOf({ ideas, manner }: HomeModel['card']): string {
  const usual = manner === 'answer' ? 'How are you?' : 'Once upon a time';
  return ideas.find((idea) => SHELL_SAFE.test(idea)) ?? usual;
}

/** What the shape is, and what running it costs. */
const SHAPES = {
  transformer: {
    cost: 'there is no cache of\n  keys and values, so the whole text is read again for each token',
    shape: `It is no shape of the \`transformers\` library: to each token's own vector that of the token before is
  added, from \`previousEmbedding\` (the first follows token 0), and in each layer its row of \`valueEmbedding\` is added to its values`,
  },
  gru: {
    cost: 'no states are handed\n  over, so the whole text is read again for each token',
    shape: `It is a recurrent network: layers of gated recurrent units whose three gates stand side by side as reset, update and
  candidate; the reset gate is applied to the state's contribution after its bias was added`,
  },
} as const;

export function readmeText({ card, config }: HomeModel): string {
  const packages = Object.entries(RUNTIMES).map(([name, version]) => `${name}@${version}`);
  const lines = card.lines.map(({ name, words }) => `- **${plain(name)}**: ${plain(words)}`);
  const { cost, shape } = SHAPES[config.architecture];
  const template =
    card.manner === 'answer'
      ? `It answers questions: it reads the ids \`[${END}, ${ASK}, ...question, ${ANSWER}]\`.`
      : `It goes on from a text: it reads the ids \`[${END}, ...text]\`.`;
  return `# The model of ${plain(card.lab)}

A language model of ${parameterSpec(config).parameterCount} parameters, trained in browsers in a match of Loss Leaders. It knows nothing but a
made-up world, and it makes things up. All that it says is in English.

${lines.join('\n')}

## Run it

With [Node](https://nodejs.org) 20 or newer, in this folder:

\`\`\`
npm init -y
npm install ${packages.join(' ')}
node run.mjs "${exampleOf(card)}"
\`\`\`

## What is here

- \`model.onnx\`: \`input_ids\` [batch, sequence] in, \`logits\` [batch, sequence, ${config.vocabSize}] out. At most ${config.contextLength} tokens; ${cost}.
- \`model.safetensors\`: all weights by name, in 32 bits. A matrix is [inputs, outputs].
- \`config.json\`: the shape. ${shape}.
- \`tokenizer.json\`, \`tokenizer_config.json\`: byte-level byte-pair encoding.

${template} Id ${END} ends a text. No text is ever turned into these ids, so they have to be put in by hand.

## What these files cannot say

A byte that the model's training text did not hold is spelled as two half-bytes in the game. \`tokenizer.json\` has no way to say
that: it gives one id, \`<|3|>\`, for such a byte. The model never learned either, so it makes no sense of such text in both cases.
`;
}
