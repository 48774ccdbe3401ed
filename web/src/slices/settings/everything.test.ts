import { expect, test } from 'vitest';

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Operation = {
  'x-audit'?: string;
  requestBody?: { content: Record<string, { schema?: Schema }> };
};
type Api = { paths: Record<string, Record<string, Operation>> };

const [api] = Object.values(
  import.meta.glob<Api>('../../../../docs/openapi.json', { eager: true, import: 'default' }),
);
const files = Object.entries(
  import.meta.glob<string>(['/src/slices/**/*.{ts,tsx}', '!/src/slices/**/*.test.ts'], {
    eager: true,
    import: 'default',
    query: '?raw',
  }),
);

/** Each change of a setting that the API offers: the kind of setting is a code (ADR 0063). */
const changes = Object.entries(api!.paths).flatMap(([url, item]) =>
  Object.entries(item)
    .filter(([, operation]) => /^\w+$/.test(operation['x-audit'] ?? ''))
    .map(([method, { requestBody }]) => ({
      what: `${method.toUpperCase()} ${bare(url)}`,
      fields: fieldsOf(requestBody?.content['application/json']?.schema),
    })),
);

/** An address without what is filled into it. */
function bare(url: string): string {
  return url.replace(/\?.*/, '').replaceAll(/\{\w+\}/g, '{}');
}

/** The names of all fields that can be sent, at any depth. */
function fieldsOf(schema: Schema | undefined): string[] {
  if (!schema) return [];
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const inner = [...Object.values(properties), ...anyOf, ...oneOf, ...allOf];
  return [...Object.keys(properties), ...[...inner, items].flatMap(fieldsOf)];
}

/** Addresses that a file has names for: `const keysPath = '/api/…'`, `const pathOf = (id) => …`. */
function named(text: string): Map<string, string> {
  const found = text.matchAll(/const (\w+) =\s+(?:\([^)]*\) =>\s+)?[`'](\/api\/[^`']*)[`']/g);
  return new Map([...found].map(([, name, path]) => [name!, path!]));
}

/** What a file asks the server to change: methods with addresses, both as they are written there. */
function asked(text: string): string[] {
  const names = named(text);
  return [...text.matchAll(/method:([^,}\n]*)/g)].flatMap(({ 0: given, index }) => {
    const before = text.slice(0, index);
    const call = before.slice(Math.max(...['ask(', 'tell('].map((one) => before.lastIndexOf(one))));
    const literal = /[`']((?:\/api\/|\$\{)[^`]*?)[`'],/.exec(call)?.[1];
    const name = [...call.matchAll(/\b(\w+)\b/g)].find(([one]) => names.has(one))?.[0];
    const written = literal ?? names.get(name ?? '') ?? '';
    return [...given.matchAll(/'(\w+)'/g)].flatMap(([, method]) =>
      ways(written).map((way) => `${method} ${filled(way, names)}`),
    );
  });
}

/** Where an address has one word or another, both. */
function ways(written: string): string[] {
  const either = /\$\{\w+ \? '(\w+)' : '(\w+)'\}/.exec(written);
  if (!either) return [written];
  return either.slice(1).map((word) => written.replace(either[0], word));
}

function filled(written: string, names: Map<string, string>): string {
  return written
    .replaceAll(/\$\{(\w+)(?:\([^)]*\))?\}/g, (gap, name: string) => names.get(name) ?? gap)
    .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}')
    .replace(/\?.*/, '');
}

const sliceOf = (file: string) => /slices\/([\w-]+)\//.exec(file)?.[1] ?? '';

/** Which part of the desk asks for each change. */
const callers = new Map<string, Set<string>>();
for (const [file, text] of files) {
  for (const what of asked(text)) {
    callers.set(what, (callers.get(what) ?? new Set()).add(sliceOf(file)));
  }
}

test('every setting that the API can change is changed by a page of the desk', () => {
  expect(changes.length).toBeGreaterThan(60);
  expect(changes.map(({ what }) => what).filter((what) => !callers.has(what))).toEqual([]);
});

/** What is made by one page may be set up by another: all that belongs to one address counts. */
const rootOf = (what: string) => what.replace(/^\w+ /, '').replace(/\/\{\}.*/, '');

test('every field of a setting is named by the part of the desk that changes it', () => {
  const unnamed = changes.flatMap(({ what, fields }) => {
    const near = [...callers].filter(([call]) => rootOf(call) === rootOf(what));
    const slices = new Set(near.flatMap(([, found]) => [...found]));
    const own = files.filter(([file]) => slices.has(sliceOf(file)));
    const text = own.map(([, written]) => written).join('\n');
    return fields
      .filter((field) => !new RegExp(`\\b${field}\\b`).test(text))
      .map((field) => `${what}: ${field}`);
  });
  expect(unnamed).toEqual([]);
});
