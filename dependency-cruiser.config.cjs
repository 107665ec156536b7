// The ladder of the libs and who may reach what. Every rule has a canary in test/arch/dependency-rules.spec.ts.
// A lib may import only what stands above it here (earlier in the life of the goods).
const pure = ['kernel', 'quantity', 'merkle', 'entries', 'papers'];
const ladder = [
  'platform',
  'published',
  'ledger',
  'identity',
  'catalogue',
  'duties',
  'evidence',
  'seizures',
  'custody',
  'batches',
  'destruction',
  'certificates',
  'publication',
];
const any = (names) => `^libs/(${names.join('|')})/`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const specs = '\\.spec\\.ts$';
const sqlHomes = [
  '\\.(entity|repository|queries|projector|module)\\.ts$',
  '^libs/platform/src/database/',
  '^libs/ledger/',
  '^apps/cli/src/migrations/',
];

module.exports = {
  forbidden: [
    rule('no-cycles', 'a cycle means one concept has two owners', {}, { circular: true }),
    rule('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
    rule(
      'libs-know-no-app',
      'features are reached by apps, never the reverse',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    rule(
      'apps-are-islands',
      'applications meet in the database only; what they share is a lib',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'front-door-only',
      'other libs are reached through src/index.ts',
      { path: '^(libs|apps)/([^/]+)/' },
      { path: '^libs/[^/]+/', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    ),
    rule(
      'pure-libs',
      'no framework, no database, no clock, no feature',
      { path: any(pure), pathNot: specs },
      { pathNot: [any(pure), '^(node:)?(crypto|zlib)$', 'node_modules/@peculiar/asn1-'] },
    ),
    rule(
      'formats-for-papers-only',
      'one lib reads certificates, CMS and the compressed parts of a PDF',
      { path: any(pure), pathNot: [specs, '^libs/papers/'] },
      { path: ['node_modules/@peculiar/', '^(node:)?zlib$'] },
    ),
    ...pure.map((lib, i) =>
      rule(
        `ladder-${lib}`,
        `${lib} may import only what comes before it`,
        { path: `^libs/${lib}/`, pathNot: specs },
        { path: '^libs/', pathNot: any(pure.slice(0, i + 1)) },
      ),
    ),
    ...ladder.map((lib, i) =>
      rule(
        `ladder-${lib}`,
        `${lib} may import only what comes before it`,
        { path: `^libs/${lib}/` },
        { path: '^libs/', pathNot: any([...pure, ...ladder.slice(0, i + 1)]) },
      ),
    ),
    rule(
      'pure-domain',
      'rules see only their own domain folder and the pure libs',
      { path: '^libs/([^/]+)/src/domain/', pathNot: specs },
      { pathNot: [any(pure), '^libs/$1/src/domain/'] },
    ),
    rule(
      'features-know-no-http',
      'requests and templates end in apps and platform/http',
      { path: '^libs/', pathNot: '^libs/platform/src/http/' },
      { path: 'node_modules/(express|nunjucks|@nestjs/platform-express)/' },
    ),
    rule(
      'sql-has-homes',
      'typeorm only in entities, repositories, queries, projectors, modules, the database folder and the ledger',
      { path: '^(libs|apps)/', pathNot: sqlHomes },
      { path: 'node_modules/(typeorm|@nestjs/typeorm|pg|pg-cursor)/' },
    ),
    rule(
      'public-cannot-write',
      'the public process cannot even reach write code',
      { path: '^apps/public/' },
      { path: '^libs/', pathNot: any([...pure, 'platform', 'published']), reachable: true },
    ),
    rule(
      'verifier-is-independent',
      'an outsider must be able to run and read it',
      { path: '^apps/verifier/' },
      { path: ['^libs/', 'node_modules/'], pathNot: any(pure) },
    ),
    rule(
      'no-test-code-in-product',
      'what runs in production does not depend on tests',
      { path: '^(apps|libs)/', pathNot: specs },
      { path: ['^test/', specs] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // The condition "source" leads #lib aliases to the sources instead of dist.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
