import pluginVue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** The few browser globals that scripts run inside a page use. */
const node = {
  process: 'readonly',
  console: 'readonly',
  URL: 'readonly',
  setTimeout: 'readonly',
  clearTimeout: 'readonly',
  fetch: 'readonly',
  document: 'readonly',
  Buffer: 'readonly',
};

const everywhere = {
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-restricted-properties': [
    'error',
    { property: 'innerHTML', message: 'Text in a file is text: build elements, or bind it in a template.' },
    { property: 'outerHTML', message: 'Text in a file is text: build elements, or bind it in a template.' },
    { property: 'insertAdjacentHTML', message: 'Text in a file is text: build elements, or bind it in a template.' },
  ],
  'no-eval': 'error',
  'no-new-func': 'error',
};

/** Rules that need types. Strict where it finds faults; matters of taste are left to the reader. */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  // `void promise` says that nobody waits; `() => void x()` is a plain callback.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  // A type argument that appears once is how query<Row>() names what comes back.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-empty-function': 'off',
  '@typescript-eslint/no-base-to-string': 'off',
  '@typescript-eslint/no-dynamic-delete': 'off',
  // Composables and stores return closures, not methods.
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/no-unnecessary-type-arguments': 'off',
  '@typescript-eslint/no-redundant-type-constituents': 'off',
  // `[...text]` is how characters are counted here.
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/unified-signatures': 'off',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.cache/**', 'src/env.d.ts'] },
  {
    files: ['**/*.{ts,vue}'],
    extends: [...tseslint.configs.strictTypeChecked, ...pluginVue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...everywhere,
      ...typed,
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': ['error', { order: ['defineOptions', 'defineProps', 'defineEmits'] }],
      'vue/no-unused-refs': 'error',
      'vue/no-static-inline-styles': 'error',
      // A prop without a default is undefined, and exactOptionalPropertyTypes says so.
      'vue/require-default-prop': 'off',
      // Prettier lays out templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
    },
  },
  {
    // Money and scores are exact decimals (src/domain/decimal.ts): no floating point near them.
    files: ['src/{domain,rules,import,database,export}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'parseFloat', message: 'Figures are exact: use readNumber or Exact.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']",
          message: 'Figures are exact: use readNumber or Exact.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Tests look at markup; what they may not do is in src.
      'no-restricted-properties': 'off',
    },
  },
  {
    // Worker entries and *.vue modules: the type service sees `.vue` imports as one vague type.
    files: ['src/router.ts', 'src/app.ts', 'tests/components/**/*.ts', 'tests/views/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    files: ['tests/components/**/*.ts', 'tests/views/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: node },
    rules: { ...everywhere, 'no-unused-vars': 'error', 'no-undef': 'error' },
  },
  {
    files: ['scripts/**/*.mjs', 'tests/e2e/**/*.ts', 'tests/bench/**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // Half of the benchmark runs inside pages.
    files: ['tests/bench/**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        window: 'readonly',
        self: 'readonly',
        location: 'readonly',
        performance: 'readonly',
        requestAnimationFrame: 'readonly',
        Worker: 'readonly',
        MutationObserver: 'readonly',
        Event: 'readonly',
        TextDecoder: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
);
