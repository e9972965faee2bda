/** Who may import whom: the rules of the architecture as data, checked by architecture.test.ts. */

interface ImportRule {
  says: string;
  /** The files that the rule binds; tests are exempt. */
  of: RegExp;
  allows(edge: { from: string; target: string; typeOnly: boolean }): boolean;
}

/** The folder of shared that a path is in: `shared/world`. */
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** What stages share lies beside their folders; each other folder there is a stage's own. */
const OF_A_STAGE = /^client\/stages\/(?!(?:scene-kit|spotlight|wall)\/)([\w-]+)\//;

const placeOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** What of the server runs in a page's worker too. */
const RUNS_ANYWHERE =
  /^server\/(match|conductor|hosting)\/|^server\/referee\/(tasks\/)?(?!referee\.ts|hand-over\.ts)\w[\w-]*\.ts$|^server\/(log|guard)\.ts$|^server\/store\/(ports|memory|damage|blob-name)\.ts$/;

export const IMPORT_RULES: ImportRule[] = [
  {
    says: 'shared never imports server, client or tests',
    of: /^shared\//,
    allows: ({ target }) => !/^(server|client|tests)\//.test(target),
  },
  {
    says: 'shared uses nothing of Node, apart from build scripts',
    of: /^shared\/.*\.tsx?$/,
    allows: ({ target }) => !target.startsWith('node:'),
  },
  {
    says: 'numerics know no model: they import themselves, chance and TensorFlow.js only',
    of: /^shared\/nn\/.*\.ts$/,
    allows: ({ target }) => /^(shared\/nn\/|shared\/random\.ts$|@tensorflow\/)/.test(target),
  },
  {
    says: 'the engine imports itself, numerics, chance and TensorFlow.js only',
    of: /^shared\/lm\/.*\.ts$/,
    allows: ({ target }) => /^(shared\/(lm|nn)\/|shared\/random\.ts$|@tensorflow\/)/.test(target),
  },
  {
    says: 'the image engine imports itself, numerics and chance only; its evals know the world too',
    of: /^shared\/image\//,
    allows: ({ from, target }) =>
      /^shared\/(image\/(?!evals\/)|nn\/|random\.ts$)/.test(target) ||
      (from.startsWith('shared/image/evals/') && /^shared\/(image|world)\//.test(target)),
  },
  {
    says: 'the world and the tokenizer each know only themselves and chance',
    of: /^shared\/(world|tokenizer)\//,
    allows: ({ from, target }) => /^shared\/random\.ts$/.test(target) || folderOf(target) === folderOf(from),
  },
  {
    says: 'evals know only the world and chance',
    of: /^shared\/evals\//,
    allows: ({ target }) => /^shared\/(evals\/|world\/|random\.ts$)/.test(target),
  },
  {
    says: 'data is made of the world and tokens into the rows that models train on',
    of: /^shared\/data\//,
    allows: ({ target }) =>
      /^shared\/(data|world|tokenizer|nn\/formats)\/|^shared\/(random|rude|lm\/rows)\.ts$/.test(target),
  },
  {
    says: 'serving is a simulation of machines and knows only itself and chance',
    of: /^shared\/serving\//,
    allows: ({ target }) => /^shared\/(serving\/|random\.ts$)/.test(target),
  },
  {
    says: 'a model to take home is made of the engine, the tokenizer and what its lab chose, and packed small',
    of: /^shared\/home\//,
    allows: ({ target }) =>
      ['zod', 'zod/mini', 'fflate'].includes(target) ||
      /^shared\/(home|lm|nn|tokenizer|world)\/|^shared\/random\.ts$|^shared\/game\/stages\/registry\.ts$/.test(
        target,
      ),
  },
  {
    says: 'the game imports no package but zod, and of the engine only shapes and arithmetic',
    of: /^shared\/game\/(?!sync\/|wire\/)/,
    allows: ({ target }) =>
      target === 'zod' ||
      /^shared\/(game\/(?!sync\/|wire\/)|world|evals|serving|lifecycle\.ts|random\.ts|lm\/(config|flops|spec)\.ts|image\/flops\.ts)/.test(
        target,
      ),
  },
  {
    says: 'what is synchronised imports @colyseus/schema and what the game exports',
    of: /^shared\/game\/sync\//,
    allows: ({ target }) =>
      target === '@colyseus/schema' || /^shared\/(game\/(?!wire\/)|world|lifecycle\.ts)/.test(target),
  },
  {
    says: "what goes over the wire imports zod, the game, and of the engine the form of an update's numbers",
    of: /^shared\/game\/wire\//,
    allows: ({ target }) =>
      target === 'zod' ||
      /^shared\/(game\/(?!sync\/)|world\/)|^shared\/nn\/formats\/int8-blocks\.ts$/.test(target),
  },
  {
    says: 'the client never imports tests or the server, but that a match alone is hosted as the server hosts it',
    of: /^client\//,
    allows: ({ from, target }) =>
      !/^(server|tests)\/|^node:/.test(target) ||
      (from.startsWith('client/solo/') && RUNS_ANYWHERE.test(target)),
  },
  {
    says: 'a match knows nothing of Node, of sockets or of HTTP: it runs in a page too (server/tsconfig.page.json checks its types)',
    of: RUNS_ANYWHERE,
    allows: ({ target }) => target === 'zod' || target.startsWith('shared/') || RUNS_ANYWHERE.test(target),
  },
  {
    says: 'only the store knows databases',
    of: /^(client|server|shared)\//,
    allows: ({ from, target }) =>
      !/^(drizzle-orm|pg$|@electric-sql\/)/.test(target) || from.startsWith('server/store/'),
  },
  {
    says: 'only what several processes share knows Redis',
    of: /^(client|server|shared)\//,
    allows: ({ from, target, typeOnly }) =>
      typeOnly || !/^(ioredis|@colyseus\/redis-)/.test(target) || from.startsWith('server/cluster/'),
  },
  {
    says: 'the server never imports the client or tests',
    of: /^server\//,
    allows: ({ target }) => !/^(client|tests)\//.test(target),
  },
  {
    says: 'Phaser stays in the scenes',
    of: /^(client|server|shared)\//,
    allows: ({ from, target }) =>
      !target.startsWith('phaser') || /^client\/stages\/([\w-]+\/scene\.ts|scene-kit\/)/.test(from),
  },
  {
    says: "TensorFlow.js stays in numerics, the engine and the page's workers",
    of: /^(client|server|shared)\//,
    allows: ({ from, target }) =>
      !target.startsWith('@tensorflow/') ||
      /^(shared\/(lm|nn)|client\/lab\/(engine|data-tools))\//.test(from),
  },
  {
    says: 'the page leaves running the engine to its workers, and takes only shapes and arithmetic from it; at home it has no worker',
    of: /^client\/(?!lab\/(engine|data-tools|painter)\/|home\/home-engine\.ts$|images\/studio\.ts$)/,
    allows: ({ target, typeOnly }) =>
      typeOnly ||
      !/^shared\/(lm|nn|image)\//.test(target) ||
      /^shared\/lm\/(config|flops|spec|inspect\/reweigh|federated\/privacy-account)\.ts$|^shared\/image\/flops\.ts$/.test(
        target,
      ),
  },
  {
    says: "no stage knows another's folder: what two share moves down",
    of: /^shared\/game\/stages\/[\w-]+\//,
    allows: ({ from, target }) =>
      !target.startsWith('shared/game/stages/') || placeOf(target) === placeOf(from),
  },
  {
    says: 'what a stage remembers knows no rules and no match',
    of: /^shared\/game\/stages\/[\w-]+\/state\.ts$/,
    allows: ({ target }) =>
      /^shared\/(world|evals|serving|game\/(training\/model\.ts|images\/))/.test(target),
  },
  {
    says: 'what all stages share that train knows them by their registry only',
    of: /^shared\/game\/training\//,
    allows: ({ target }) =>
      !target.startsWith('shared/game/stages/') || target === 'shared/game/stages/registry.ts',
  },
  {
    says: "a stage's tasks of the referee know no other stage's",
    of: /^server\/referee\/tasks\//,
    allows: ({ target }) => !target.startsWith('server/referee/tasks/'),
  },
  {
    says: "a stage's jobs know no other stage's",
    of: /^server\/conductor\/stages\//,
    allows: ({ target }) => !target.startsWith('server/conductor/stages/'),
  },
  {
    says: 'a session knows words, but no lab, no view and no stage: it ends under all of them',
    of: /^client\/session\//,
    allows: ({ target }) => !target.startsWith('client/') || /^client\/(session|i18n)\//.test(target),
  },
  {
    says: "of the page, only the session's transport over a network knows Colyseus",
    of: /^client\//,
    allows: ({ from, target }) =>
      !target.startsWith('@colyseus/') || /^client\/session\/(colyseus|way-in)\.ts$/.test(from),
  },
  {
    says: "the device's work knows the session and words, and nothing of what is on the page",
    of: /^client\/lab\//,
    allows: ({ target }) => !target.startsWith('client/') || /^client\/(lab|session|i18n)\//.test(target),
  },
  {
    says: "of the page, no stage knows another's folder: what two share moves down",
    of: OF_A_STAGE,
    allows: ({ from, target }) =>
      !OF_A_STAGE.test(target) || OF_A_STAGE.exec(target)?.[1] === OF_A_STAGE.exec(from)?.[1],
  },
  {
    says: 'what stages share, the player, the host and the audience know no stage but by the registry',
    of: /^client\/(player\/|host\/|watch\/|main\.tsx$|stages\/((scene-kit|spotlight|wall)\/)?[\w-]+\.tsx?$)/,
    allows: ({ from, target }) =>
      !OF_A_STAGE.test(target) || (from === 'client/stages/registry.ts' && target.endsWith('/entry.ts')),
  },
  {
    says: 'stages never import a page',
    of: /^client\/stages\//,
    allows: ({ target }) => !/^client\/(player|host|watch)\//.test(target),
  },
  {
    says: 'bots know the session, and of the lab what an engine is asked',
    of: /^client\/bots\//,
    allows: ({ target }) =>
      !target.startsWith('client/') ||
      /^client\/(bots|session)\//.test(target) ||
      target === 'client/lab/engine/api.ts',
  },
  {
    says: 'panels and charts know no stage and no page',
    of: /^client\/ui\//,
    allows: ({ target }) => !target.startsWith('client/') || /^client\/(ui|session|i18n)\//.test(target),
  },
  {
    says: 'words know what they speak of, and no view; of a stage they list its words',
    of: /^client\/i18n\//,
    allows: ({ target }) =>
      !target.startsWith('client/') ||
      /^client\/(i18n\/|stages\/[\w-]+\/(words(-\w+)?(\.es)?\.ts|docs\.es\.md)$)/.test(target),
  },
  {
    says: "a stage's words import nothing but their own keys",
    of: /^client\/stages\/[\w-]+\/words(-\w+)?(\.es)?\.ts$/,
    allows: ({ target, typeOnly }) => typeOnly && /\/words(-\w+)?\.ts$/.test(target),
  },
];
