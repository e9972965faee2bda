/** The catalogue is complete, and blanks are filled as sentences need them. */

import { describe, expect, it } from 'vitest';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { ERROR_CODES } from '../../shared/game/result.ts';
import { MODEL_SIZES } from '../../shared/game/training/model.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import { en } from './en.ts';
import { words as es } from './es.ts';
import { isTextKey, t } from './t.ts';

describe('t', () => {
  it('fills blanks and picks one or many', () => {
    expect(t('host.teamsValue', { count: 1 })).toBe('1 lab');
    expect(t('host.teamsValue', { count: 3 })).toBe('3 labs');
    expect(t('pretrain.gameScore', { right: 2, asked: 5 })).toBe('2 of 5 right');
  });

  it('leaves a blank standing when its parameter is missing', () => {
    expect(t('lobby.joinAria')).toContain('{team}');
  });
});

describe('the catalogue', () => {
  const families: [string, readonly string[]][] = [
    ['errors', ERROR_CODES],
    ['stage', STAGES],
    ['kind', CORPUS_KINDS],
    ['pack', DEMONSTRATION_PACKS],
    ['style', ANSWER_STYLES],
    ['size', MODEL_SIZES],
    ['projector.stage', STAGES],
    ['why', STAGES],
    ['guide', STAGES],
  ];
  it.each(families)('has a sentence for every %s', (family, members) => {
    expect(members.map((member) => `${family}.${member}`).filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('has notes to say and to ask for every stage', () => {
    const keys = STAGES.flatMap((stage) => [`notes.${stage}.say`, `notes.${stage}.ask`]);
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('says nothing empty, and says errors in whole sentences', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      if (key.startsWith('errors.')) expect(text, key).toMatch(/\.$/);
    }
  });

  it('keeps a percent sign on the line of its number', () => {
    const parted = [en, es].flatMap((words) => Object.values(words).filter((text) => /[}\d] %/.test(text)));
    expect(parted).toEqual([]);
  });
});
