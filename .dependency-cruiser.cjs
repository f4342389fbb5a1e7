/**
 * Who may know whom. The story order and the layers are explained in README.md ("The map") and DECISIONS.md;
 * test/house/import-law.test.ts plants a violation of every rule below and sees it caught.
 */
const STORY = [
  'people',
  'call',
  'application',
  'assessment',
  'pitch-day',
  'award',
  'payment',
  'mentoring',
  'reporting',
];
const folderOf = (stage) => (stage === 'people' ? 'app/people' : `app/grant/${stage}`);

const STAGE = '^app/(?:people|grant/[^/]+)';
/** The same with the stage's folder as $1, for "its own". */
const THIS_STAGE = '^(app/(?:people|grant/[^/]+))';

const TESTS = '\\.(?:test|testing)\\.tsx?$';
const KERNEL = '^app/kernel/';
const RULES = `${STAGE}/rules/`;
const COMMANDS = `${STAGE}/commands/`;
const QUERIES = `${STAGE}/queries/`;
const STORES = `${STAGE}/store(?:/|\\.server\\.ts$)`;
const NOTICES = `${STAGE}/notices(?:/|\\.server\\.ts$)`;
const SCREENS = `${STAGE}/(?:routes|ui)/`;
const FORMS = `${STAGE}/forms(?:/|\\.ts$)`;
const BALLOT_BOX = '^app/grant/pitch-day/ballot-box/';
const LUCIA_DOOR = '^app/people/sessions\\.server\\.ts$';
const STRIPE_DOOR = '^app/platform/stripe\\.server\\.ts$';
const REQUEST_DOOR = '^app/people/request\\.server\\.ts$';
/** Reads for its page how a promise stands; it leaves none. */
const DEMONSTRATION_CODE = '^app/people/queries/demonstration\\.server\\.ts$';
const ENTRY = '^app/(?:server|wiring\\.server|root|entry\\.(?:server|client))\\.tsx?$';

const npm = (name) => `(?:^|/)node_modules/${name}(?:/|$)`;
const ANY_NPM = '(?:^|/)node_modules/';

const forbidden = [
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one file, or hide a third: nobody can read either first.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-arrives',
    comment: 'An import that leads nowhere works on one machine until it does not.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'production-never-imports-test',
    comment: 'Fakes and shortcuts of tests must not be reachable from what runs for people.',
    from: { path: '^(?:app|db|emails)/', pathNot: TESTS },
    to: { path: ['^test/', TESTS] },
  },
  {
    name: 'production-needs-no-dev-package',
    comment:
      'What only a developer installs is missing on the server. routes.ts is read by the build, page scripts are bundled by it.',
    from: { path: '^(?:app|db|emails)/', pathNot: [TESTS, '^app/routes\\.ts$', '^app/ui/scripts/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },

  // ---- The story

  ...STORY.slice(0, -1).map((stage, place) => ({
    name: `story-order-${stage}`,
    comment: `${stage} comes before ${STORY.slice(place + 1).join(', ')}: it leaves a promise, and wiring.server.ts names who keeps it.`,
    from: { path: `^${folderOf(stage)}/`, pathNot: TESTS },
    to: { path: STORY.slice(place + 1).map((later) => `^${folderOf(later)}/`) },
  })),
  {
    name: 'only-the-entry-knows-everyone',
    comment: 'The wiring, the root and the process know every stage, so nothing may know them.',
    from: { path: '^(?:app|db|emails)/', pathNot: [ENTRY, TESTS] },
    to: { path: ENTRY },
  },

  // ---- Values and decisions

  {
    name: 'kernel-knows-nobody',
    comment: 'The kernel is values without opinions: no stage, no plumbing, no package.',
    from: { path: KERNEL, pathNot: [TESTS, '^app/kernel/digest\\.ts$'] },
    to: { pathNot: KERNEL },
  },
  {
    name: 'kernel-digest-knows-only-node-crypto',
    comment: 'SHA-256 is a value of its input, and Node has it; nothing else of Node is.',
    from: { path: '^app/kernel/digest\\.ts$' },
    to: { pathNot: [KERNEL, '^(?:node:)?crypto$'] },
  },
  {
    name: 'rules-only-decide',
    comment: 'A rule sees facts and answers: the kernel, its own rules and those of earlier stages are all it may ask.',
    from: { path: RULES, pathNot: TESTS },
    to: { pathNot: [KERNEL, RULES] },
  },

  // ---- Changing and asking

  {
    name: 'commands-tell-nobody',
    comment: 'A command decides and writes; letters and pages come after the commit, through the outbox.',
    from: { path: COMMANDS, pathNot: TESTS },
    to: { path: ['^emails/', '^app/ui/', '^app/platform/(?:mailer|messages)\\.server\\.ts$'] },
  },
  {
    name: 'queries-change-nothing',
    comment: 'A GET runs queries only: no command, no promise, no letter, no page.',
    from: { path: QUERIES, pathNot: TESTS },
    to: { path: ['^emails/', COMMANDS, '^app/ui/', '^app/platform/mailer\\.server\\.ts$'] },
  },
  {
    name: 'queries-leave-no-promise',
    comment: 'A promise is a change. The demonstration code only reads how one stands.',
    from: { path: QUERIES, pathNot: [TESTS, DEMONSTRATION_CODE] },
    to: { path: '^app/platform/outbox\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'notices-only-tell',
    comment: 'A notice asks queries and writes a letter; it decides nothing and changes nothing.',
    from: { path: NOTICES, pathNot: TESTS },
    to: { path: [COMMANDS, '^app/ui/'] },
  },
  {
    name: 'notices-are-kept-by-the-wiring',
    comment: 'Who is told what, and when, is decided in one file.',
    from: { path: '^app/', pathNot: [ENTRY, NOTICES, TESTS] },
    to: { path: NOTICES },
  },

  // ---- Tables

  {
    name: 'sql-lives-in-stores',
    comment: 'SQL elsewhere is SQL that nobody finds when a table changes.',
    from: { path: '^app/', pathNot: [STORES, BALLOT_BOX, '^app/platform/', LUCIA_DOOR, '^app/server\\.ts$', TESTS] },
    to: { path: ['^db/', npm('drizzle-orm'), npm('better-sqlite3')] },
  },
  {
    name: 'a-store-touches-its-own-tables',
    comment: 'Another stage is asked through its queries, so that a table can change without a search.',
    from: { path: '^app/(?:grant/)?([^/]+)/store(?:/|\\.server\\.ts$)', pathNot: TESTS },
    // A stage with many tables has more files than one; each begins with its name.
    to: { path: '^db/', pathNot: '^db/schema/(?:by-hand/)?(?:$1[a-z-]*|columns)\\.ts$' },
  },
  {
    name: 'stores-only-store',
    comment: 'A store reads and writes rows; what they mean is decided in rules, by commands and queries.',
    from: { path: STORES, pathNot: TESTS },
    to: { path: ['^app/', '^emails/'], pathNot: [KERNEL, '^app/platform/', RULES, STORES] },
  },
  {
    name: 'stores-use-drizzle-alone',
    comment: 'A store with a package of its own is a service in disguise.',
    from: { path: STORES, pathNot: TESTS },
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: npm('drizzle-orm') },
  },
  {
    name: 'a-store-belongs-to-its-stage',
    comment: 'Stages ask each other by command and query, never by row.',
    from: { path: `${THIS_STAGE}/`, pathNot: TESTS },
    to: { path: STORES, pathNot: '^$1/' },
  },
  {
    name: 'only-commands-and-queries-open-the-store',
    comment: 'Whoever reads a row without a command or query has skipped the question whether this person may.',
    from: { path: '^app/', pathNot: [COMMANDS, QUERIES, STORES, LUCIA_DOOR, SCREENS, FORMS, TESTS] },
    to: { path: STORES },
  },
  {
    name: 'screens-know-rows-by-type-only',
    comment: 'A screen may name the shape of a row, never fetch one.',
    from: { path: [SCREENS, FORMS], pathNot: TESTS },
    to: { path: STORES, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'tables-know-no-portal',
    comment: 'The schema is read by migrations and stores alike: kernel values and drizzle are all it needs.',
    from: { path: '^db/(?:schema|ballot-box)/', pathNot: TESTS },
    to: { pathNot: ['^db/(?:schema|ballot-box)/', KERNEL, npm('drizzle-orm'), RULES] },
  },
  {
    name: 'tables-know-states-by-type-only',
    comment:
      'A state column may name the type of its states; their list in the CHECK is written out, as migrations are.',
    from: { path: '^db/(?:schema|ballot-box)/', pathNot: TESTS },
    to: { path: RULES, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'the-story-stays-a-story',
    comment: 'The demonstration year is data for the seed and the tests; a real portal starts empty.',
    from: { path: ['^app/', '^emails/', '^db/(?!story/)'], pathNot: TESTS },
    to: { path: '^db/story/' },
  },

  // ---- The ballot box

  {
    name: 'the-ballot-box-knows-no-person',
    comment: 'Nothing that counts ballots can reach a name: no stage, no portal database, only the rules of the vote.',
    from: { path: BALLOT_BOX, pathNot: TESTS },
    to: {
      path: [STAGE, '^db/', '^emails/'],
      // client.server.ts only opens a file with the pragmas that both databases need.
      pathNot: [BALLOT_BOX, '^app/grant/pitch-day/rules/', '^db/ballot-box/', '^db/client\\.server\\.ts$'],
    },
  },
  {
    name: 'only-pitch-day-opens-the-ballot-box',
    comment: 'The box is the store of pitch-day: its commands and queries open it, and the fast path of the process.',
    from: {
      path: '^app/',
      pathNot: [
        BALLOT_BOX,
        '^app/grant/pitch-day/(?:commands|queries)/',
        '^app/grant/pitch-day/[^/]+\\.server\\.ts$',
        '^app/server\\.ts$',
        TESTS,
      ],
    },
    to: { path: [BALLOT_BOX, '^db/ballot-box/'], dependencyTypesNot: ['type-only'] },
  },

  // ---- Pages

  {
    name: 'routes-stay-thin',
    comment:
      'A route reads the form, calls one command and answers in HTTP; promises, letters and third parties are not its business.',
    from: { path: `${STAGE}/routes/`, pathNot: TESTS },
    to: { path: ['^emails/', '^app/platform/(?:outbox|mailer|messages|stripe)\\.server\\.ts$'] },
  },
  {
    name: 'screens-are-nobodys-source',
    comment: 'What a screen knows, only screens may know: pull it down into rules, queries or app/ui.',
    // The process may mount a route that answers before Remix does.
    from: { path: '^(?:app|db|emails)/', pathNot: [SCREENS, ENTRY, TESTS] },
    to: { path: SCREENS },
  },
  {
    name: 'screens-are-private-to-their-stage',
    comment: 'A piece that two stages show belongs to app/ui.',
    from: { path: `${THIS_STAGE}/(?:routes|ui)/`, pathNot: TESTS },
    to: { path: SCREENS, pathNot: '^$1/' },
  },
  {
    name: 'forms-are-private-to-their-stage',
    comment: 'What a browser may send is agreed between a form and its own action; commands take plain values.',
    from: { path: '^app/', pathNot: [FORMS, `${STAGE}/(?:routes|ui)/`, TESTS] },
    to: { path: FORMS },
  },
  {
    name: 'requests-end-at-the-routes',
    comment: 'Only routes know HTTP: a command that knew the request could not be called by the next stage.',
    from: { path: STAGE, pathNot: [`${STAGE}/routes/`, REQUEST_DOOR, TESTS] },
    to: { path: REQUEST_DOOR, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pages-never-reach-the-server',
    comment:
      'Forms, pieces of screens, words and page scripts may run in a browser: types of queries and stores, no code of theirs.',
    from: { path: [`${STAGE}/ui/`, FORMS, '^app/ui/', '^app/words/', '^app/paths\\.ts$'], pathNot: TESTS },
    to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pages-use-nothing-of-node',
    comment: 'A browser has no files, no processes and no node:crypto.',
    from: { path: [`${STAGE}/ui/`, FORMS, '^app/ui/', '^app/words/', '^app/paths\\.ts$'], pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'forms-and-pieces-know-no-plumbing',
    comment: 'A form checks shapes and a piece shows values: platform, letters and commands are out of their reach.',
    from: { path: [`${STAGE}/ui/`, FORMS], pathNot: TESTS },
    to: { path: ['^app/platform/(?!.*\\.server\\.ts$)', '^emails/'] },
  },
  {
    name: 'the-design-system-knows-no-stage',
    comment: 'A button that knows what an award is cannot be used for a vote. Page scripts may ask pure rules.',
    from: { path: '^app/ui/', pathNot: TESTS },
    to: { path: [STAGE, '^app/platform/', '^emails/'], pathNot: [RULES, '\\.server\\.tsx?$'] },
  },
  {
    name: 'words-know-nobody',
    comment: 'Translators change words; nothing else may change with them.',
    from: { path: '^app/words/', pathNot: TESTS },
    to: { path: ['^app/', '^emails/'], pathNot: ['^app/words/', KERNEL] },
  },
  {
    name: 'paths-know-no-stage',
    comment: 'Every stage writes links, so the list of links may know none of them.',
    from: { path: '^app/paths\\.ts$' },
    to: { pathNot: KERNEL },
  },

  // ---- Plumbing

  {
    name: 'platform-knows-no-stage',
    comment: 'Plumbing that knows the story has to change with it.',
    from: { path: '^app/platform/', pathNot: TESTS },
    to: { path: [STAGE, '^app/ui/', '^app/paths\\.ts$'] },
  },
  {
    name: 'letters-are-functions-of-their-props',
    comment: 'A template that fetches cannot be shown, tested or translated by itself.',
    from: { path: '^emails/', pathNot: TESTS },
    to: { pathNot: ['^emails/', KERNEL, '^app/words/', npm('react'), npm('react-email'), npm('@types/react')] },
  },
  {
    name: 'one-door-to-lucia',
    comment: 'Sessions are hashed at rest and renewed in one place; a second door would forget one of the two.',
    from: { pathNot: [LUCIA_DOOR, ANY_NPM] },
    to: { path: [npm('lucia'), npm('@lucia-auth')] },
  },
  {
    name: 'one-door-to-stripe',
    comment: 'Keys, versions and idempotency of payments are set in one place.',
    from: { pathNot: [STRIPE_DOOR, ANY_NPM] },
    to: { path: npm('stripe') },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', '\\.svg$'] },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
    cache: false,
  },
};
