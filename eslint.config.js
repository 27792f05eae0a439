import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import typescript from 'typescript-eslint'

/** The sentence a banned import is answered with. */
const bannedImports = (paths) => ({ 'no-restricted-imports': ['error', { paths }] })

const electronOnly = {
  name: 'electron',
  message: 'Only electron/main and electron/preload talk to Electron.',
}
const isolatedVmOnly = { name: 'isolated-vm', message: 'Only electron/sandbox loads isolated-vm.' }

export default typescript.config(
  {
    ignores: [
      'out/',
      'dist/',
      'coverage/',
      'node_modules/',
      'renderer/components.d.ts',
      'test/fixtures/',
      'docs/',
    ],
  },
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        parser: typescript.parser,
        project: ['./tsconfig.node.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/require-default-prop': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
    },
  },
  {
    files: ['electron/{contract,core,demo,cli,web}/**', 'renderer/**'],
    rules: bannedImports([electronOnly, isolatedVmOnly]),
  },
  { files: ['electron/{main,preload}/**'], rules: bannedImports([isolatedVmOnly]) },
  { files: ['electron/sandbox/**'], rules: bannedImports([electronOnly]) },
  { files: ['renderer/**'], languageOptions: { globals: globals.browser } },
  // The guest's runtime walks by index and holds intrinsics, because a lambda may have changed both iterators and methods.
  {
    files: ['electron/sandbox/guest/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['**/*.js'], ...typescript.configs.disableTypeChecked },
  prettier,
)
