import tseslint from 'typescript-eslint';

// Reasons stand in docs/ and CONTRIBUTING; each ban names what to use instead. No rule can be silenced in a file.
const tests = ['**/*.spec.ts', 'test/**'];

const clock = [
  [
    'MemberExpression[object.name="Date"][property.name="now"]',
    'Take the time from the injected Clock of #kernel.',
  ],
  [
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'Take the time from the injected Clock of #kernel.',
  ],
  ['CallExpression[callee.name="Date"]', 'Take the time from the injected Clock of #kernel.'],
];
const together =
  'CallExpression[callee.object.name="Promise"][callee.property.name=/^(all|allSettled|any|race)$/]';
const transactions = [
  [
    `:function[params.0.name="tx"] ${together}`,
    'One connection, one statement after another: use a loop with await.',
  ],
  [
    `CallExpression[callee.property.name="run"][callee.object.property.name="unitOfWork"] ${together}`,
    'One connection, one statement after another: use a loop with await.',
  ],
];
const parameters = [
  ['FunctionDeclaration[params.length>4]', 'At most four parameters: take an options object.'],
  ['ArrowFunctionExpression[params.length>4]', 'At most four parameters: take an options object.'],
  [
    // Handlers with decorated parameters are called by the framework, by what is asked and not by position.
    'MethodDefinition[kind!="constructor"][decorators.length=0] > FunctionExpression[params.length>4]',
    'At most four parameters: take an options object.',
  ],
  [
    'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    'At most five injected: split the class by command.',
  ],
];
const sqlClock = [
  [
    'TemplateElement[value.raw=/\\bdefault\\s+(now\\(\\)|current_timestamp|clock_timestamp\\(\\))/i]',
    'Times come from the Clock, not from the database: pass them as values.',
  ],
];
const silencedTests = [
  [
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo)$/]',
    'Every test runs. A group that needs programs of the machine uses describeWithTools.',
  ],
  ['CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', 'Every test runs.'],
];
const banned = (...lists) => ['error', ...lists.flat().map(([selector, message]) => ({ selector, message }))];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'var/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['forwardRef'],
              message: 'A cycle of modules means one concept has two owners: split it.',
            },
          ],
        },
      ],
      'no-restricted-syntax': banned(clock, transactions, parameters, sqlClock),
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The one lib where the clock of the machine is read.
    files: ['libs/kernel/src/**'],
    rules: { 'no-restricted-syntax': banned(transactions, parameters) },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      // A describe block is one function around many tests.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': banned(silencedTests),
    },
  },
  {
    // Decides which groups of tests this machine can run.
    files: ['test/support/tools.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
);
