/** Packs a model for its player to take home: as one page that works by itself, or as a folder for other tools. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { ModelCard } from '../../shared/home/home-model.ts';
import type { HomeFormat } from '../../shared/home/home-file.ts';
import type { HomePlans } from '../../shared/home/home-plans.ts';
import type { SpeakingModel } from './engine/api.ts';

export interface Luggage {
  model: Pick<SpeakingModel, 'bytes' | 'tokenizer'>;
  plans: HomePlans;
  /** The card, once it is known how the weights are stored and how large the model is. */
  cardFor(stored: HomeFormat, config: ModelConfig): ModelCard;
}

export interface PackedFile {
  name: string;
  type: string;
  content: BlobPart;
  bytes: number;
}

/** A name that every file system takes. */
function fileName(lab: string, ending: string): string {
  const plain = lab
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain || 'model'}${ending}`;
}

/** All that packing needs is fetched only now: few take a model home twice. */
export async function packPage({ model, plans, cardFor }: Luggage): Promise<PackedFile> {
  const [{ page }, { formatFor, writeHomeFile }, { unpackModel }] = await Promise.all([
    import('virtual:home-page'),
    import('../../shared/home/home-file.ts'),
    import('../../shared/home/unpack-model.ts'),
  ]);
  const unpacked = unpackModel(model);
  const format = formatFor(unpacked, page.length);
  const card = cardFor(format, unpacked.config);
  const text = writeHomeFile(page, { ...unpacked, card }, plans, format);
  const content = new TextEncoder().encode(text);
  return { name: fileName(card.lab, '.html'), type: 'text/html', content, bytes: content.length };
}

export async function packFolder({ model, cardFor }: Luggage): Promise<PackedFile> {
  const [{ folderFiles }, { unpackModel }, { zipSync }] = await Promise.all([
    import('../../shared/home/folder.ts'),
    import('../../shared/home/unpack-model.ts'),
    import('fflate'),
  ]);
  const unpacked = unpackModel(model);
  const card = cardFor('fp32', unpacked.config);
  const content = zipSync(folderFiles({ ...unpacked, card }));
  return { name: fileName(card.lab, '.zip'), type: 'application/zip', content, bytes: content.length };
}
