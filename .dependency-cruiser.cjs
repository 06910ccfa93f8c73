// The allowed direction of every import, in one place. A context may import the contexts that stand
// behind it, and of them only the top-level files (and the GraphQL types, which fields of others join).
const apiContexts = {
  accounts: [],
  preferences: ['accounts'],
  push: ['accounts'],
  sessions: ['accounts'],
  presence: ['accounts', 'sessions'],
  media: ['accounts', 'presence', 'sessions'],
  chat: ['accounts', 'sessions'],
  feedback: ['accounts', 'sessions'],
  reminders: ['accounts', 'preferences', 'push', 'sessions'],
  scheduling: ['accounts', 'sessions'],
  operator: ['accounts', 'preferences', 'reminders', 'sessions'],
};
// Not contexts: what composes them.
const apiComposition = ['demo', 'migrations'];

const webFeatures = {
  account: [],
  notifications: ['account'],
  session: ['account'],
  media: [],
  preferences: ['account'],
  settings: ['account', 'alerts', 'frame', 'notifications', 'preferences'],
  chat: ['account', 'session'],
  topics: ['session'],
  presence: ['session'],
  feedback: ['session'],
  operator: ['account', 'frame', 'session'],
  scheduling: ['account', 'frame', 'session'],
  'session-list': ['account', 'scheduling', 'session'],
  course: ['account', 'frame', 'scheduling', 'session', 'session-list'],
  notices: ['account', 'session'],
  frame: ['account', 'notices'],
  'sign-in': ['account', 'frame'],
  alerts: ['account', 'preferences', 'session'],
  dashboard: [
    'account',
    'alerts',
    'frame',
    'notifications',
    'scheduling',
    'session',
    'session-list',
  ],
  'device-check': ['account', 'frame', 'media'],
  'pre-join': [
    'account',
    'alerts',
    'device-check',
    'frame',
    'media',
    'notifications',
    'presence',
    'scheduling',
    'session',
    'topics',
  ],
  room: ['account', 'alerts', 'chat', 'media', 'presence', 'session', 'topics'],
  'session-page': [
    'account',
    'alerts',
    'chat',
    'feedback',
    'frame',
    'media',
    'pre-join',
    'room',
    'scheduling',
    'session',
    'topics',
  ],
};

// Open to every feature; `testing` to their specs alone.
const webCommon = ['platform', 'ui', 'graphql', 'testing'];

const boundaries = (root, common, contexts) =>
  Object.entries(contexts).flatMap(([name, uses]) => [
    {
      name: `${name}-imports`,
      comment: `${root}/${name} may import only: ${[...common, ...uses].join(', ')}`,
      severity: 'error',
      from: { path: `^${root}/${name}/` },
      to: { path: `^${root}/`, pathNot: `^${root}/(${[name, ...common, ...uses].join('|')})/` },
    },
    {
      name: `${name}-is-private`,
      comment: `others use the top-level files of ${root}/${name}, not its sub-folders`,
      severity: 'error',
      from: { path: `^${root}/`, pathNot: [`^${root}/${name}/`, `^${root}/app\\.ts$`] },
      to: { path: `^${root}/${name}/[^/]+/`, pathNot: '/graphql/[^/]+-(type|enum)\\.ts$' },
    },
  ]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'a cycle, also of types alone, is one module in disguise',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // A package of types alone, which has no file to resolve to.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    {
      name: 'only-schema-is-shared',
      severity: 'error',
      comment: 'frontend, api and e2e meet in schema/ and over the wire, never by import',
      from: { path: '^(api|frontend|e2e|bench)/' },
      to: { path: '^(api|frontend|e2e|bench)/', pathNot: ['^$1/', '^e2e/support/'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain/ imports its own domain/ and nothing else: no npm, no node:, no framework',
      from: {
        path: '^((?:api/src|frontend/src/app)/[^/]+)/domain/',
        pathNot: '\\.(spec|testing)\\.ts$',
      },
      to: { pathNot: ['^$1/domain/', '^frontend/src/app/graphql/schema-types\\.ts$'] },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: '^api/src/', pathNot: '^api/src/platform/' },
    },
    {
      name: 'web-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^frontend/src/app/platform/' },
      to: { path: '^frontend/src/app/', pathNot: '^frontend/src/app/(platform|graphql|testing)/' },
    },
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      comment: 'fakes and builders are no part of the app',
      from: { path: '^frontend/src/', pathNot: ['\\.spec\\.ts$', '^frontend/src/app/testing/'] },
      to: { path: '^frontend/src/app/testing/' },
    },
    {
      name: 'nothing-below-graphql',
      severity: 'error',
      comment: 'rules, use cases, stores and jobs do not know the GraphQL layer',
      from: { path: '^api/src/[^/]+/(domain|use-cases|store|jobs)/' },
      to: { path: '^api/src/[^/]+/graphql/' },
    },
    {
      name: 'ui-is-dumb',
      severity: 'error',
      comment: 'ui/ has inputs and outputs; it injects no store',
      from: { path: '^frontend/src/app/ui/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^frontend/src/app/', pathNot: '^frontend/src/app/(ui|platform)/' },
    },
    {
      name: 'livekit-behind-adapter',
      severity: 'error',
      comment: 'media/livekit is the only place that knows the words of LiveKit',
      from: { path: '^(api/src|frontend/src)/', pathNot: '/media/livekit/' },
      to: { path: 'node_modules/(livekit-|@livekit/)' },
    },
    {
      name: 'orm-in-stores',
      severity: 'error',
      comment: 'MikroORM lives in store/, migrations/ and platform/database',
      from: {
        path: '^api/src/',
        pathNot: '^api/src/([^/]+/store|migrations|platform/database)/',
      },
      to: { path: 'node_modules/@mikro-orm/' },
    },
    {
      name: 'apollo-in-platform-and-stores',
      severity: 'error',
      comment: 'components read stores; only stores and the platform speak GraphQL',
      from: {
        path: '^frontend/src/app/',
        pathNot: [
          '^frontend/src/app/platform/',
          '^frontend/src/app/testing/',
          '-(store|gateway|operations|client)\\.ts$',
          '\\.spec\\.ts$',
        ],
      },
      to: { path: 'node_modules/(@apollo/client|apollo-angular)' },
    },
    {
      name: 'listed-contexts-only',
      severity: 'error',
      comment: 'a new folder first gets its line in the table above',
      from: {
        path: ['^api/src/[^/]+/', '^frontend/src/app/[^/]+/'],
        pathNot: [
          `^api/src/(${['platform', ...apiComposition, ...Object.keys(apiContexts)].join('|')})/`,
          `^frontend/src/app/(${[...webCommon, ...Object.keys(webFeatures)].join('|')})/`,
        ],
      },
      to: {},
    },
    ...boundaries('api/src', ['platform'], apiContexts),
    ...boundaries('frontend/src/app', webCommon, webFeatures),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'api/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.d.mts', '.d.ts'],
    },
  },
};
