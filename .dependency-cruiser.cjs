const features = [
  'account-cases',
  'audit',
  'booking',
  'certified-mail',
  'demo',
  'find-office',
  'front-desk',
  'help',
  'identity',
  'manual',
  'moving-in',
  'notifications',
  'office-admin',
  'offices',
  'photo',
  'planner',
  'reports',
  'site',
];

/** What each feature may import, and whose tables it may read, by ARCHITECTURE.md: only what lies below it. */
const below = {
  'account-cases': ['help', 'booking', 'planner', 'offices', 'identity', 'audit'],
  audit: [],
  site: ['identity'],
  manual: [],
  'moving-in': ['booking', 'planner', 'offices', 'identity', 'audit'],
  'certified-mail': ['offices', 'identity', 'audit'],
  offices: [],
  photo: [],
  identity: [],
  planner: ['offices', 'identity', 'audit'],
  booking: ['certified-mail', 'planner', 'offices', 'identity', 'audit', 'photo'],
  reports: ['booking', 'planner', 'offices', 'identity', 'audit'],
  'find-office': ['planner', 'offices', 'identity'],
  help: ['booking', 'planner', 'offices', 'identity', 'audit'],
  'front-desk': ['booking', 'certified-mail', 'planner', 'offices', 'identity', 'audit'],
  notifications: [
    'reports',
    'account-cases',
    'certified-mail',
    'help',
    'booking',
    'planner',
    'offices',
    'identity',
    'audit',
    'site',
  ],
  'office-admin': ['find-office', 'booking', 'certified-mail', 'planner', 'offices', 'identity', 'audit', 'site'],
  demo: [
    'reports',
    'photo',
    'account-cases',
    'certified-mail',
    'help',
    'booking',
    'planner',
    'offices',
    'identity',
    'audit',
    'notifications',
    'front-desk',
    'site',
  ],
};

/** Folders of a feature that stand side by side: who the pages are for, and the HTTP API. */
const areas = '(citizen|office|network|api)';

const tests = '[.]test[.]tsx?$';

const downwards = features.map((feature) => ({
  name: `${feature}-imports-downwards`,
  severity: 'error',
  comment: `${feature} may import: ${below[feature].join(', ') || 'no other feature'}.`,
  from: { path: `^src/features/${feature}/`, pathNot: tests },
  to: { path: '^src/features/', pathNot: `^src/features/(${[feature, ...below[feature]].join('|')})/` },
}));

module.exports = {
  below,
  forbidden: [
    {
      name: 'floors-know-no-feature',
      severity: 'error',
      comment: 'platform and ui serve every feature and know none.',
      from: { path: '^src/(platform|ui)/' },
      to: { path: '^src/(features|launch|commands|[^/]+[.]tsx?$)' },
    },
    {
      name: 'platform-knows-no-ui',
      severity: 'error',
      comment: 'platform is the lower floor.',
      from: { path: '^src/platform/' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'launch-knows-no-feature',
      severity: 'error',
      comment: 'The launcher starts processes; what they do is not its business.',
      from: { path: '^src/launch/', pathNot: tests },
      to: { path: '^src/(features|ui)/' },
    },
    {
      name: 'features-through-their-index',
      severity: 'error',
      comment: 'A feature is entered through its index.ts only.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/($1/|[^/]+/index[.]tsx?$)' },
    },
    {
      name: 'areas-stay-apart',
      severity: 'error',
      comment:
        'The pages for citizens, offices and the network, and the HTTP API, share what stands at the feature’s root.',
      from: { path: `^src/features/([^/]+)/${areas}/`, pathNot: tests },
      to: { path: `^src/features/$1/${areas}/`, pathNot: '^src/features/$1/$2/' },
    },
    {
      name: 'root-knows-no-area',
      severity: 'error',
      comment: 'What areas share knows none of them; only routes.ts and index.ts put them together.',
      from: { path: '^src/features/([^/]+)/[^/]+$', pathNot: [tests, '/(routes|index)[.]tsx?$'] },
      to: { path: `^src/features/$1/${areas}/` },
    },
    {
      name: 'unknown-feature',
      severity: 'error',
      comment: 'A new feature gets its place in the downward order before it imports another.',
      from: { path: '^src/features/([^/]+)/', pathNot: `^src/features/(${features.join('|')})/` },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or three.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      comment: 'The product runs without its test tools.',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere hides from every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    ...downwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
