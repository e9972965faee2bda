/** The sentences of letters, adverts, rumours, news, rhymes and the old tongue as rules of a grammar, from the templates that write them. */

import { ADVERT_SENTENCES, advertRecords, BLAME, PRAISE } from './adverts.ts';
import { DISH_FIELDS, dishes, people, PERSON_FIELDS, recordClaim, valuesIn } from './claims.ts';
import type { SentenceRules } from './grammar.ts';
import { BREWS, brewSlots, HAZARD_SENTENCES, LOOK_ALIKE_SENTENCES } from './hazards.ts';
import { LANGUAGE_SENTENCES, languageValues } from './language.ts';
import { LETTER_SENTENCES, PRIVATE_FRAMES } from './letters.ts';
import { dateSlots, NEWS_REPORTS, NEWS_SENTENCES, newsSlots } from './news.ts';
import { privateFacts, privateSlots } from './private-facts.ts';
import { COUPLETS, rhymeRecords } from './rhymes.ts';
import { castRules, possibleEvents } from './rules-prose.ts';
import { RUMOUR_CLAIMS, RUMOUR_FRAMES } from './rumours.ts';
import { sentencesOf } from './sentences.ts';
import type { World } from './types.ts';

const LETTERS = LETTER_SENTENCES.flatMap(sentencesOf);

export function letterRules(world: World): SentenceRules[] {
  const secrets = privateFacts(world).map(privateSlots);
  return [
    castRules(world, 'letters', LETTERS),
    {
      ...castRules(world, 'letters', PRIVATE_FRAMES, secrets),
      claims: [recordClaim(secrets, ['who', 'code', 'spot', 'date'])],
    },
  ];
}

export function advertRules(world: World): SentenceRules {
  const records = advertRecords(world);
  const all = [
    ...records.flat(),
    ...world.folks.map(({ name }) => ({ folk: name, wanted: name })),
    ...[...PRAISE, ...BLAME].map((quality) => ({ quality })),
  ];
  return {
    kind: 'adverts',
    templates: ADVERT_SENTENCES.flatMap(sentencesOf),
    values: (slot) => valuesIn(all, slot),
    fits: () => true,
    claims: [
      recordClaim(records[0], ['job', 'a_job', 'work', 'workplace', 'tool', 'a_tool']),
      recordClaim(records[1], ['A', 'town']),
    ],
  };
}

/** What a rumour claims is well-formed and, as a rule, untrue. */
export function rumourRules(world: World): SentenceRules[] {
  const told = [...people(world), ...dishes(world)];
  return [
    castRules(world, 'rumours', RUMOUR_FRAMES.flatMap(sentencesOf)),
    {
      ...castRules(world, 'rumours', RUMOUR_CLAIMS, told),
      fits: () => true,
      claims: [
        recordClaim(people(world), ['person', ...PERSON_FIELDS]),
        recordClaim(dishes(world), DISH_FIELDS),
      ],
    },
  ];
}

export function newsRules(world: World): SentenceRules[] {
  const events = possibleEvents(world).map((event) => ({ event }));
  const reports = castRules(world, 'news', NEWS_REPORTS, [...dateSlots(world), ...events]);
  const news = recordClaim(world.calendar.news.map(newsSlots), ['day', 'month', 'event']);
  return [
    castRules(world, 'news', NEWS_SENTENCES.flatMap(sentencesOf)),
    { ...reports, claims: [...reports.claims, news] },
  ];
}

export function hazardRules(world: World): SentenceRules[] {
  return [true, false].map((isHazard) =>
    castRules(
      world,
      'hazards',
      (isHazard ? HAZARD_SENTENCES : LOOK_ALIKE_SENTENCES).flatMap(sentencesOf),
      BREWS.filter((brew) => brew.isHazard === isHazard).map(brewSlots),
    ),
  );
}

export function rhymeRules(world: World): SentenceRules {
  const records = rhymeRecords(world);
  return {
    kind: 'rhymes',
    templates: COUPLETS,
    values: (slot) => valuesIn(records.flat(), slot),
    fits: ({ A, B }) => A !== B,
    claims: [recordClaim(records[0], ['A', 'town', 'job'])],
  };
}

export function languageRules(world: World): SentenceRules {
  const values = languageValues(world);
  return {
    kind: 'language',
    templates: LANGUAGE_SENTENCES,
    values: (slot) => valuesIn(values, slot),
    fits: () => true,
    claims: [],
  };
}
