/** A model in a page: it comes out as it went in, and what was cut off, edited, foreign, newer or older is told apart. */

import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../game/bot-choices.ts';
import { createRandom } from '../random.ts';
import {
  formatFor,
  HOME_MARK,
  HomeFileError,
  MODEL_PLACE,
  readHomeFile,
  writeHomeFile,
} from './home-file.ts';
import { readHomePlans } from './home-plans.ts';
import { CARD, homeModel, noisyWeights, worldTokenizer } from './testing.ts';

const PAGE = `<!doctype html><head>${HOME_MARK}</head><body>${MODEL_PLACE}<script>run()</script></body>`;
/** As much as the page itself weighs, without a model. */
const PAGE_BYTES = 330_000;
const NONE = { data: null, scale: null, 'fine-tune': null, align: null };
const tokenizer = worldTokenizer();
const model = homeModel(tokenizer);
const file = writeHomeFile(PAGE, model, NONE, 'fp32');

function reasonOf(text: string): string {
  try {
    readHomeFile(text);
  } catch (problem) {
    if (problem instanceof HomeFileError) return problem.reason;
    throw problem;
  }
  return 'read';
}

describe('a home file', () => {
  it('gives back all of the model', () => {
    expect(readHomeFile(file)).toMatchObject({ ...model, plans: NONE, format: 'fp32' });
  });

  it('gives back a recurrent model as well', () => {
    const recurrent = homeModel(tokenizer, CARD, 'gru');
    const read = readHomeFile(writeHomeFile(PAGE, recurrent, NONE, 'fp32'));
    expect(read.config).toEqual(recurrent.config);
    expect(read.weights).toEqual(recurrent.weights);
  });

  it('keeps what the lab chose, for a bot', () => {
    const { data, scale } = defaultChoices(0);
    const plans = { ...NONE, data, scale: { ...scale, architecture: 'recurrent' as const } };
    expect(readHomePlans(readHomeFile(writeHomeFile(PAGE, model, plans, 'fp32')).plans)).toEqual(plans);
  });

  it('is read without the plans of a version that planned otherwise', () => {
    const plans = { ...NONE, scale: { size: 'gigantic' } } as unknown as typeof NONE;
    expect(readHomePlans(readHomeFile(writeHomeFile(PAGE, model, plans, 'fp32')).plans)).toEqual(NONE);
  });

  it('holds no markup of a lab’s name', () => {
    const card = { ...CARD, lab: '</script><img src=x onerror=alert(1)>' };
    const named = writeHomeFile(PAGE, homeModel(tokenizer, card), NONE, 'fp32');
    expect(named).not.toContain('<img');
    expect(readHomeFile(named).card.lab).toBe(card.lab);
  });

  it('is read where its card is of before, without ideas of what to say', () => {
    const { ideas: _none, ...before } = CARD;
    const written = writeHomeFile(PAGE, homeModel(tokenizer, before as typeof CARD), NONE, 'fp32');
    expect(readHomeFile(written).card).toEqual({ ...CARD, ideas: [] });
  });

  it('stays small: in 16 bits, and then in 8, where 32 are too many', () => {
    const wide = { ...model.config, width: 96, layers: 2, heads: 6 };
    const huge = { ...model.config, width: 128, layers: 4, heads: 8 };
    for (const [config, format] of [
      [model.config, 'fp32'],
      [wide, 'fp16'],
      [huge, 'int8'],
    ] as const) {
      const shaped = { ...model, config, weights: noisyWeights(config) };
      expect(formatFor(shaped, PAGE_BYTES)).toBe(format);
      const text = writeHomeFile(PAGE, shaped, NONE, format);
      expect(text.length + PAGE_BYTES).toBeLessThan(2_000_000);
      expect(readHomeFile(text)).toMatchObject({ format, config });
    }
  });
});

describe('what is no home file', () => {
  it.each([
    ['nothing', '', 'foreign'],
    ['another page', '<!doctype html><p>hello', 'foreign'],
    ['a page without its model', PAGE, 'cut_off'],
    ['one that was cut off before the model', file.slice(0, 120), 'cut_off'],
    ['one that was cut off within it', file.slice(0, file.length / 2), 'cut_off'],
    ['one of a newer version', file.replace('"version":3', '"version":4'), 'newer'],
    ['one of an older version', file.replace('"version":3', '"version":2'), 'older'],
    ['one with another name', file.replace('Blue Lantern', 'Glue Lantern'), 'edited'],
    [
      'one with another weight',
      file.replace(/.(?="}<\/script>)/, (letter) => (letter === 'a' ? 'b' : 'a')),
      'edited',
    ],
    ['one whose head is gone', file.replace('"check"', '"chess"'), 'edited'],
    ['an endless one', file + ' '.repeat(16_000_000), 'too_large'],
  ])('is refused: %s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('is refused when its tokenizer is another’s, though its sum is right', () => {
    const other = {
      ...model,
      tokenizer: { ...model.tokenizer, bytes: [...model.tokenizer.bytes].toReversed() },
    };
    const [ours, theirs] = [file, writeHomeFile(PAGE, other, NONE, 'fp32')];
    expect(reasonOf(ours)).toBe('read');
    expect(readHomeFile(theirs).tokenizer).not.toEqual(model.tokenizer);
    const swapped = writeHomeFile(
      PAGE,
      {
        ...model,
        config: { ...model.config, vocabSize: 2048 },
        weights: noisyWeights({ ...model.config, vocabSize: 2048 }),
      },
      NONE,
      'fp32',
    );
    expect(reasonOf(swapped)).toBe('edited');
  });

  it('never ends in anything but a reason, whatever is changed in it', () => {
    const random = createRandom(5);
    for (let tried = 0; tried < 100; tried++) {
      const at = random.int(file.length);
      const broken =
        file.slice(0, at) + String.fromCharCode(32 + random.int(90)) + file.slice(at + 1 + random.int(3));
      expect(['read', 'edited', 'cut_off', 'foreign', 'newer', 'older']).toContain(reasonOf(broken));
    }
  });
});
