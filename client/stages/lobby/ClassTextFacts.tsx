/** How long a text of the class's own is, and in which language. */

import type { ClassText } from '../../../shared/game/class-text.ts';
import { languageName } from '../../i18n/language-name.ts';
import { formatBytes, formatQuantity } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';

export function ClassTextFacts({
  text,
}: {
  text: Pick<ClassText, 'bytes' | 'language'> & { pages: number };
}) {
  return (
    <b>
      {t('classText.facts', {
        pages: formatQuantity(text.pages),
        size: formatBytes(text.bytes),
        language: text.language === 'und' ? t('classText.unknownLanguage') : languageName(text.language),
      })}
    </b>
  );
}
