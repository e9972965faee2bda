/** Spanish swear words, as `obscenity` matches them: a bar is the edge of a word, so that "Vergara" and "disputa" stay. */

import {
  collapseDuplicatesTransformer,
  DataSet,
  parseRawPattern,
  remapCharactersTransformer,
  resolveLeetSpeakTransformer,
  toAsciiLowerCaseTransformer,
} from 'obscenity';

const PATTERNS = `
  |puta|, |putas|, |puto|, |putos|, |putita|, |putito|, |puton|, |putazo|, |puter, hijodeput, hijo de put,
  hija de put, hijueput, jueputa, hijoput, |hdp|, mierda, |mierdoso, |caga|, |cagar|, |cagon|, |cagada|,
  |cagado|, |culo|, |culos|, |culero|, |culera|, |culiao|, |culiado|, |culear|, |ojete|, |coño|, |coños|,
  |cabron, |pendej, |chinga|, |chingar|, |chingad, |chingas|, |chingue|, |verga|, |vergas|, |maricon,
  |marica|, |maricas|, |joto|, |jotos|, |joder|, |jodete|, |jodid, |follar|, |follen|, gilipoll, |polla|,
  |pollas|, chupapoll, chupapij, conchatumadre, conchetumare, concha de tu madre, concha tu madre,
  |carajo|, |cojones|, malparid, mamahuevo, mamaguevo, |pelotudo, |tetas|, |sudaca|, |sudacas|, |malnacid
`
  .split(',')
  .map((pattern) => pattern.trim());

/** English swear words that are parts of innocent Spanish ones: cumplir, cumpleaños, analizar, analista, semental, fagocito. */
export const INNOCENT_SPANISH = ['cumpl', 'analiz', 'analis', 'sement', 'fagoc'];

/** Stretched words, digits for letters and missing accents hide nothing; ñ stays, since "ano" and "cono" are other words. */
export const SPANISH = {
  ...PATTERNS.reduce(
    (set, pattern) => set.addPhrase((phrase) => phrase.addPattern(parseRawPattern(pattern))),
    new DataSet<object>(),
  ).build(),
  blacklistMatcherTransformers: [
    remapCharactersTransformer({ a: 'áÁ', e: 'éÉ', i: 'íÍ', o: 'óÓ', u: 'úüÚÜ', ñ: 'Ñ' }),
    resolveLeetSpeakTransformer(),
    toAsciiLowerCaseTransformer(),
    collapseDuplicatesTransformer({ customThresholds: new Map([['l', 2]]) }),
  ],
};
