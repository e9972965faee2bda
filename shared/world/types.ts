/** The shape of a micro-world: plain data, so that it can be copied to a worker or written to a file. */

export type FolkName = 'hill folk' | 'river folk';
export type Pronoun = 'he' | 'she';
export type Relation =
  | 'sister'
  | 'brother'
  | 'mother'
  | 'father'
  | 'daughter'
  | 'son'
  | 'cousin'
  | 'aunt'
  | 'uncle'
  | 'niece'
  | 'nephew';

export interface Job {
  name: string;
  /** Verb phrase: "bakes bread". */
  work: string;
  workplace: string;
  tool: string;
}

export interface Person {
  name: string;
  pronoun: Pronoun;
  job: string;
  town: string;
  folk: FolkName;
  pet: { kind: string; name: string };
  /** Name of the favorite dish. */
  dish: string;
  dislike: string;
  /** Verb phrase: "sings to turnips". */
  secret: string;
  /** The relative named `name` is this person's `relation`. */
  kin: { relation: Relation; name: string };
}

interface Place {
  kind: string;
  look: string;
}

export interface Town {
  name: string;
  folk: FolkName;
  fame: string;
  places: Place[];
}

export interface Folk {
  name: FolkName;
  greeting: string;
  clothes: string;
}

export interface Animal {
  kind: string;
  plural: string;
  eats: string;
  /** A kind of place. */
  sleepsAt: string;
}

/** A dish is flavor + form; its recipe follows from the two, so a model can work out a recipe that it never read. */
export interface Dish {
  name: string;
  flavor: string;
  form: string;
  verb: string;
  /** Follows from the flavor. */
  ingredient: string;
  /** Follows from the form. */
  partner: string;
  /** Follows from the form; with its article. */
  tool: string;
}

export interface NewsItem {
  day: number;
  month: string;
  town: string;
  /** A whole sentence without its date: "the bridge of Plimby fell into the river". */
  event: string;
}

export interface Calendar {
  /** In the order of the year. */
  months: string[];
  /** Sorted by month, then day. */
  news: NewsItem[];
}

export interface World {
  /** Rebuilds everything, also the sealed tests: never send it to a client. */
  seed: number;
  towns: Town[];
  folks: Folk[];
  jobs: Job[];
  people: Person[];
  animals: Animal[];
  dishes: Dish[];
  /** Ordinary things that people own, lose and swap. */
  things: string[];
  /** Names of the story plots that are told in this world. */
  plots: string[];
  calendar: Calendar;
}
