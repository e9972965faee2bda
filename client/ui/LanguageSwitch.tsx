/** Puts the page into another language: one button for each, called by that language's own name. */

import { catalogue, LANGUAGES, type Language } from '../i18n/catalogue.ts';
import { chooseLanguage } from '../i18n/language.ts';

export function LanguageSwitch({ onChosen }: { onChosen?: () => void }) {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((name) => name !== catalogue.value.language);
  return (
    <p class="languages">
      {others.map((language) => (
        <button
          key={language}
          type="button"
          class="link"
          lang={language}
          translate={false}
          onClick={() => void chooseLanguage(language).then(onChosen)}
        >
          {LANGUAGES[language]}
        </button>
      ))}
    </p>
  );
}
