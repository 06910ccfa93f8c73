const fromTokens = 'Colours, by name and for both themes, are in styles/tokens.css.';
// Mixing is allowed: what is mixed is a token or the text's own colour.
const colourFunctions = [
  ...['color', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'light-dark'],
  ...['oklab', 'oklch', 'rgb', 'rgba'],
];

/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'color-named': ['never', { message: fromTokens }],
    'color-no-hex': [true, { message: fromTokens }],
    'declaration-no-important': true,
    'function-disallowed-list': [colourFunctions, { message: fromTokens }],
    // A rule nests its own states and nothing else.
    'max-nesting-depth': [1, { ignoreAtRules: ['media', 'supports', 'container'] }],
    'selector-nested-pattern': ['^&[:\\[]', { message: 'Nest states only.' }],
    'selector-disallowed-list': [
      ['/::ng-deep/', '/:host-context/', '/>>>/'],
      { message: 'A component styles itself alone.' },
    ],
    'selector-max-compound-selectors': 3,
    'selector-max-id': 0,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['host'] }],
    'selector-type-no-unknown': [true, { ignore: ['custom-elements'] }],
    // Names of fonts are written as their makers write them.
    'value-keyword-case': ['lower', { ignoreProperties: ['/^--font-/', 'font-family'] }],
  },
  overrides: [
    {
      // The one place that has colours.
      files: ['frontend/src/styles/tokens.css'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null },
    },
  ],
};
