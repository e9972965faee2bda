/** Words of the market's tools: the sample drawer. */

export const market = {
  'drawer.title': '{kind}: look inside',
  'drawer.views': 'Ways to look',
  'drawer.view.read': 'Read',
  'drawer.view.search': 'Search',
  'drawer.view.words': 'Words',
  'drawer.view.copies': 'Copies',
  'drawer.page': '{page} of {pages}',
  'drawer.failed': 'The pages could not be fetched. Close this and open it again.',
  'drawer.searchFor': 'Which pages say …',
  'drawer.searchGo': 'Find',
  'drawer.searchHint': 'Type a word, a name, or a few words as they stand. All pages are searched.',
  'drawer.searchNone': 'None of {documents} pages says “{word}”.',
  'drawer.searchFound':
    '“{word}”: {hits} {hits|time|times} on {pages} of {documents} {documents|page|pages}.',
  'drawer.wordsWhich': 'Which words to list',
  'drawer.wordsAll': 'All words',
  'drawer.wordsLong': '{letters} letters or more',
  'drawer.wordsTotal': '{words} words, of which {distinct} are different, and {once} come once only.',
  'drawer.wordCount': '{count} · {share}\u00a0%',
  'drawer.copies':
    '{copies} of {documents} pages ({share}\u00a0%) are near {copies|copy|copies} of an earlier one.',
  'drawer.copiesAlike': 'That counts pages that are {similarity}\u00a0% alike or more.',
} as const;
