import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The classes of inputs, whose fields are all that they have. */
const inputs = [
  'AddTopicInput',
  'AnnotateInput',
  'BookSessionInput',
  'CancelSessionInput',
  'DrawOnWhiteboardInput',
  'GiveFeedbackInput',
  'JoinSessionInput',
  'LeaveSessionInput',
  'RemoveLinkInput',
  'RemovePushSubscriptionInput',
  'MarkNoticesReadInput',
  'ReportConnectionInput',
  'SaveCourseInput',
  'SaveNotesInput',
  'SavePushSubscriptionInput',
  'ReportReadinessInput',
  'ScheduleSessionInput',
  'SendMessageInput',
  'SetAvailabilityInput',
  'SetHandInput',
  'ShareLinkInput',
  'UpdatePreferencesInput',
];

const specs = ['**/*.spec.ts', '**/*.test.mjs', 'api/test/**', 'e2e/**'];

/** Syntax that goes around what we have one place for. */
const forbidden = {
  clock: [
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'Ask the clock that was handed in: what reads the time by itself cannot be tested.',
    },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Ask the clock that was handed in: what reads the time by itself cannot be tested.',
    },
  ],
  randomness: [
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'Identifiers and secrets are made in platform/ids.ts.',
    },
    {
      selector:
        "CallExpression:matches([callee.name='randomUUID'], [callee.property.name='randomUUID'])",
      message: 'Identifiers and secrets are made in platform/ids.ts.',
    },
  ],
  environment: [
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: 'Settings are read in platform/config/env.ts, where they are described and checked.',
    },
  ],
  sleep: [
    {
      selector: "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
      message: 'Wait for what is to happen, not for time to pass.',
    },
    {
      selector: 'ImportDeclaration[source.value=/timers.promises$/]',
      message: 'Wait for what is to happen, not for time to pass.',
    },
  ],
  form: [
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Exports are named, so that a thing has one name everywhere.',
    },
    {
      selector:
        'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
      message: 'Export a function as a function.',
    },
    {
      selector: 'ClassDeclaration[id.name=/(Service|Manager|Helper|Util|Utils|Impl)$/]',
      message: 'Say what it is or does; this word says nothing.',
    },
    {
      selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z]/]',
      message: 'An interface is named for what it is, without a letter in front.',
    },
  ],
};

/** @param {...(keyof typeof forbidden)} kinds */
function forbid(...kinds) {
  return {
    'no-restricted-syntax': ['error', ...kinds.flatMap((kind) => forbidden[kind])],
  };
}

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '.angular/**',
      '.cache/**',
      '.data/**',
      'test-results/**',
      '**/*-operations.ts',
      'frontend/src/app/graphql/schema-types.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs,ts}'],
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // A decorated class is filled by its decorators; a constant one is a type of GraphQL.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `Promise.withResolvers<void>()` is what it does not know.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An input is a record of fields that type-graphql wants to be a class.
      '@typescript-eslint/no-misused-spread': ['error', { allow: inputs }],
      // Subscriptions declare arguments that only their `subscribe` reads.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      ...forbid('form'),
    },
  },
  {
    files: ['api/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: forbid('form', 'clock', 'randomness', 'environment', 'sleep'),
  },
  {
    files: ['frontend/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      ...forbid('form', 'clock', 'randomness'),
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'pl', style: 'kebab-case' },
          { type: 'attribute', prefix: 'pl', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'pl', style: 'camelCase' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'What is kept is kept by platform/storage.ts.' },
        { name: 'sessionStorage', message: 'What is kept is kept by platform/storage.ts.' },
      ],
    },
  },
  {
    files: ['frontend/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['launcher/**/*.mjs', '**/*.{js,cjs}'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    // A script of its own beside the app; `tsc -p frontend/tsconfig.worker.json` looks at its names.
    files: ['frontend/public/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-undef': 'off' },
  },
  {
    files: specs,
    rules: {
      // A suite is one function, however many cases it has.
      'max-lines-per-function': 'off',
    },
  },
  {
    // The places that the rules above send to.
    files: ['{api/src,frontend/src/app}/platform/{clock,ids,storage}.ts'],
    rules: { ...forbid('form'), 'no-restricted-globals': 'off' },
  },
  {
    // Programs of their own: they stand outside the api, and their clock is the machine's.
    files: ['e2e/**/*.ts', 'bench/**/*.ts', 'api/test/**/*.ts', 'api/src/*.ts'],
    rules: forbid('form', 'sleep'),
  },
  {
    files: ['api/src/platform/config/env.ts'],
    rules: forbid('form', 'clock', 'randomness', 'sleep'),
  },
  {
    // The tables of a migration are one piece of text.
    files: ['api/src/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['eslint.config.js', '**/*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);

/** What Node has without an import. */
function nodeGlobals() {
  const names = [
    ...['AbortController', 'AbortSignal', 'Buffer', 'URL', 'URLSearchParams', 'console'],
    ...['clearInterval', 'clearTimeout', 'globalThis', 'module', 'performance', 'process'],
    ...['setImmediate', 'setInterval', 'setTimeout', '__dirname', 'fetch', 'require'],
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
