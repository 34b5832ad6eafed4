import tseslint from 'typescript-eslint';

const ownClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Ask deps.clock for the time.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Ask deps.clock for the time.',
  },
  {
    selector: 'MemberExpression[object.object.name="Temporal"][object.property.name="Now"]',
    message: 'Ask deps.clock for the time.',
  },
];
const environment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only platform/config.ts reads the environment.',
  },
];
const namedExports = [{ selector: 'ExportDefaultDeclaration', message: 'Use named exports.' }];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.turno/', 'data/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Fastify tells plugins and handlers apart by their being async, whether or not they wait for anything.
      '@typescript-eslint/require-await': 'off',
      // Objects of functions, not classes: what is taken out of one needs no `this`.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'max-lines': ['error', 200],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...namedExports],
    },
  },
  {
    // A test tells scene by scene what the office may rely on, and may take longer over it.
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.e2e.ts'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['src/features/**/*.ts', 'src/features/**/*.tsx', 'src/ui/**/*.ts', 'src/ui/**/*.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...ownClock, ...environment] },
  },
  {
    files: ['src/platform/**/*.ts', 'src/platform/**/*.tsx', 'src/*.ts', 'src/commands/*.ts'],
    ignores: ['src/platform/config.ts', 'src/main.ts', '**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...namedExports, ...environment] },
  },
  {
    // A configuration file's one export is what its tool asks for.
    files: ['*.config.ts', 'test/global-setup.ts', 'e2e/global-setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['bench/**', 'chaos/**', 'src/main.ts', 'src/launch/**'], rules: { 'no-console': 'off' } },
);
