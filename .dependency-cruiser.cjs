/**
 * Who may import whom (the table of src/README.md). Each message says what to do instead.
 * `tests/architecture.test.ts` holds src to it.
 */

/** Folder → the folders of src that it may import, besides itself. */
const MAY_IMPORT = {
  domain: [],
  archive: [],
  import: ['domain', 'archive'],
  workspace: ['domain', 'archive'],
  database: ['domain'],
  rules: ['domain'],
  export: ['domain'],
  locales: ['domain'],
  styles: [],
  stores: ['domain', 'archive', 'import', 'workspace', 'database', 'rules', 'locales'],
  composables: ['domain', 'stores', 'database', 'export', 'locales', 'styles'],
  components: ['domain', 'composables', 'stores', 'export', 'locales', 'styles'],
  views: ['domain', 'rules', 'components', 'composables', 'stores', 'export', 'locales', 'styles'],
};

const INSTEAD = {
  archive: 'archive takes zips apart and makes them, and knows nothing of what is in them.',
  domain:
    'domain is the vocabulary that all speak: move the code to the folder that needs it, or what it needs into domain.',
  import: 'import turns bytes into rows and issues: return them, and let stores pass them on.',
  workspace: 'workspace keeps sources and journal and knows no SQL and no Vue: let stores pass what it needs.',
  database: 'database is the door to DuckDB and knows no rule and no file format: take SQL and rows as arguments.',
  rules: 'rules produce SQL text and evaluate: let stores run the SQL through database.',
  export: 'export takes rows and pictures: let the view hand them over as arguments.',
  locales: 'locales hold words only: put the logic where the words are used.',
  styles: 'styles hold no code.',
  stores: 'stores know the order of the steps and nothing that is drawn: give views the data and let them draw.',
  composables: 'composables serve any view: take what belongs to one view as an argument.',
  components:
    'components serve any view: take rows, options and slots as props; rules and database are reached through a composable.',
  views:
    'a view asks through useQuery and the stores; what two views share belongs in components, composables or domain.',
};

/** Libraries that one folder alone may import. */
const LIBRARY_HOMES = [
  ['papaparse', 'import', 'CSV is taken apart in import only: take its rows.'],
  ['(@duckdb/duckdb-wasm|apache-arrow)', 'database', 'DuckDB has one door: use Engine of src/database/engine.ts.'],
  ['idb', 'workspace', 'Keeping and packing is the business of workspace: add a function there.'],
  ['@tanstack/vue-virtual', 'components', 'Widgets are wrapped once in components: use or add a component.'],
];

const folderRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder} may import ${allowed.length ? allowed.join(', ') : 'no other folder'}. ${INSTEAD[folder]}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const libraryRules = LIBRARY_HOMES.map(([library, home, instead]) => ({
  name: `only-${home}-imports-${library.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
  comment: instead,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${home}/` },
  // Also as an address (`…/x.wasm?url`), which is not resolved to a file.
  to: { path: `(^|(^|/)node_modules/)${library}(/|$)` },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...libraryRules,
    {
      name: 'domain-imports-decimal-only',
      comment:
        'domain knows one library, decimal.js: write it plainly, or move it to the folder that needs the library.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/decimal\\.js/' },
    },
    {
      name: 'rules-import-few-libraries',
      comment:
        'rules reckon with domain (decimal.js) and check rule sets with valibot: take anything else as an argument.',
      severity: 'error',
      from: { path: '^src/rules/' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(decimal\\.js|valibot)/' },
    },
    {
      name: 'no-vue-below-the-stores',
      comment:
        'import, workspace, database, rules and export know no Vue, so that they run in a worker and in Node: pass plain values.',
      severity: 'error',
      from: { path: '^src/(archive|import|workspace|database|export)/' },
      to: { path: '(^|/)node_modules/(vue|@vue|vue-i18n|vue-router|pinia|@vueuse)/' },
    },
    {
      name: 'pinia-in-stores-only',
      comment: 'Stores are defined in src/stores (and plugged in by app.ts): use the store there, or add one.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(stores/|app\\.ts$)' },
      to: { path: '(^|/)node_modules/pinia/' },
    },
    {
      name: 'echarts-in-composables-only',
      comment:
        'ECharts runs in composables (useChart); a view or component gives an option and imports types only (import type).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/composables/' },
      to: { path: '(^|/)node_modules/(echarts|zrender)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'echarts-types-for-pictures-only',
      comment: 'Only what is drawn knows the words of ECharts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(composables|components|views)/' },
      to: { path: '(^|/)node_modules/(echarts|zrender)/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or a third is hidden between them: split that out.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-view-imports-another-view',
      comment:
        'What two views share belongs in components, composables or domain (or in a file directly under src/views).',
      severity: 'error',
      from: { path: '^src/views/([^/]+)/' },
      // Asking the same question as another view is no coupling but the point: one query, one answer.
      to: { path: '^src/views/[^/]+/', pathNot: ['^src/views/$1/', '\\.sql(\\?raw)?$'] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Code that users run never depends on tests or scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: mend the path.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json', '.d.ts'],
    },
  },
};
