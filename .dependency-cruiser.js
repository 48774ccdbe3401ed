// The law of imports (ARCHITECTURE.md). `bin/check` holds the project against it, and also the
// planted violations in bin/fixtures/import-law, each of which must be found.

const source = '^server/src/';
const slices = `${source}slices/`;
const tests = String.raw`(\.(test|dovecot)\.ts|/testing\.ts)$`;

/** The faces of a slice: what may know Fastify, and what may know SQL. */
const routes = `${slices}[^/]+/routes(\\.ts|/)`;
const stores = `${slices}[^/]+/store(\\.ts|/)`;
const pure = `${source}(kernel/|slices/[^/]+/(rules/|simulation/|policy\\.ts))`;

/** Packages by name, wherever npm put them. @param {string} names alternatives */
const packages = (names) => `node_modules/(${names})/`;

/**
 * Slices from low to high: one may enter those of its own and of lower floors only.
 * @type {string[][]}
 */
const floors = [
  ['auth', 'people', 'settings'],
  ['customers', 'notices', 'live', 'letters', 'writing'],
  ['cases'],
  ['mail', 'rules', 'search', 'push'],
  ['portal', 'incidents', 'intake'],
  ['demo'],
];

const upwards = floors.slice(0, -1).map((floor, height) => ({
  name: `no-way-up-from-${floor.join('-')}`,
  comment:
    'Slices stand on each other: auth, people and settings; customers, notices, live, letters and writing; cases; mail, rules and search; portal, incidents and intake; the demo.',
  severity: 'error',
  from: { path: `${slices}(${floor.join('|')})/`, pathNot: tests },
  to: {
    path: `${slices}(${floors
      .slice(height + 1)
      .flat()
      .join('|')})/`,
  },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What needs each other belongs together, or one of the two knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'by-the-door',
      comment: 'A slice enters another by its index.ts only (tests also by its testing.ts).',
      severity: 'error',
      from: { path: `${slices}([^/]+)/`, pathNot: tests },
      to: { path: `${slices}[^/]+/`, pathNot: [`${slices}$1/`, `${slices}[^/]+/index\\.ts$`] },
    },
    {
      name: 'by-the-door-from-outside',
      comment: 'What joins the slices together knows their doors, too, and nothing else of them.',
      severity: 'error',
      from: { path: source, pathNot: [slices, tests] },
      to: { path: slices, pathNot: `${slices}[^/]+/index\\.ts$` },
    },
    ...upwards,
    {
      name: 'kernel-and-platform-below',
      comment: 'Kernel and platform know no slice; the kernel does not even know the platform.',
      severity: 'error',
      from: { path: `${source}(kernel|platform)/`, pathNot: tests },
      to: { path: `${source}(slices/|cli/|app\\.ts|wiring\\.ts|main\\.ts)` },
    },
    {
      name: 'slices-below-the-wiring',
      comment: 'Slices do not know who joins them together.',
      severity: 'error',
      from: { path: slices, pathNot: tests },
      to: { path: `${source}(cli/|app\\.ts|wiring\\.ts|main\\.ts)` },
    },
    {
      name: 'pure',
      comment: 'Rules, policies and the kernel know each other, the facts and the contract only.',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: {
        pathNot: [pure, `${slices}[^/]+/events\\.ts$`, '(^|/)contract/src/', packages('zod')],
      },
    },
    {
      name: 'driver-in-stores',
      comment: 'SQL and the driver: in platform/ and in the stores of the slices.',
      severity: 'error',
      from: { path: source, pathNot: [tests, `${source}platform/`, stores] },
      to: { path: packages('pg|kysely|graphile-worker') },
    },
    {
      name: 'fastify-in-routes',
      comment: 'HTTP: in app.ts, platform/http* and the routes of the slices.',
      severity: 'error',
      from: {
        path: source,
        pathNot: [tests, `${source}app\\.ts`, `${source}platform/http`, routes],
      },
      to: { path: packages('fastify|@fastify/[^/]+|fastify-type-provider-zod') },
    },
    {
      name: 'mail-in-transport',
      comment: 'Libraries for mail: in mail/transport.',
      severity: 'error',
      from: { path: source, pathNot: [tests, `${slices}mail/transport/`] },
      to: {
        path: packages(
          'imapflow|nodemailer|smtp-server|mailparser|postal-mime|libmime|html-to-text',
        ),
      },
    },
    {
      name: 'contract-is-zod',
      comment: 'The public API is described by zod alone.',
      severity: 'error',
      from: { path: '^contract/src/', pathNot: tests },
      to: { pathNot: ['^contract/src/', packages('zod')] },
    },
    {
      name: 'web-knows-the-contract',
      comment: 'The desk uses the public API; it never reaches into the server.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What is shipped does not need what tests it.',
      severity: 'error',
      from: { path: '^(server|web|contract)/src/', pathNot: tests },
      to: { path: [tests, '^server/test/'] },
    },
    {
      name: 'resolvable',
      comment: 'Everything that is imported is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^web/dist/', '^bin/fixtures/'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
