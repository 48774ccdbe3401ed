/** What is used of JSON Schema by the description of the API. */
export type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minimum?: number;
  default?: unknown;
};

/** Gives the id of a thing by the name of the field that asks for it; undefined: leave it out. */
export type IdFor = (field: string) => string | undefined;

const anId = '018f2b7c-0000-7000-8000-000000000000';
const texts = [
  'Some words',
  'PT2H',
  'P3D',
  'a@elsewhere.example',
  '09:00',
  '2027-03-04',
  '#123456',
];
const hourMs = 3_600_000;

/** Bodies that a route takes: one for each of the forms that its schema offers. */
export function exampleBodies(schema: Schema | undefined, idFor: IdFor): unknown[] {
  if (!schema) return [undefined];
  return (schema.oneOf ?? [schema]).map((form) => example(form, '', idFor));
}

/** The least that fits a schema, with an id wherever `idFor` has one. */
function example(schema: Schema, field: string, idFor: IdFor): unknown {
  if (schema.enum) return schema.enum[0];
  const form = (schema.oneOf ?? schema.anyOf)?.find(({ type }) => type !== 'null');
  if (form) return example(form, field, idFor);
  switch (schema.type) {
    case 'object':
      return exampleObject(schema, idFor);
    case 'array':
      return schema.items ? [example(schema.items, field, idFor)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return exampleText(schema, field, idFor);
  }
}

function exampleObject({ properties = {}, required = [] }: Schema, idFor: IdFor): unknown {
  const fields = Object.entries(properties).filter(
    ([name, field]) =>
      (required.includes(name) && field.default === undefined) ||
      (namesThing(field) && idFor(name) !== undefined),
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, example(field, name, idFor)]));
}

/** Whether a field is an id, or a list of them. */
function namesThing(field: Schema): boolean {
  return [field, field.items, ...(field.anyOf ?? [])].some((one) => one?.format === 'uuid');
}

function exampleText({ format, pattern, allOf }: Schema, field: string, idFor: IdFor): string {
  if (format === 'uuid') return idFor(field) ?? anId;
  if (format === 'date-time') return new Date(Date.now() + hourMs).toISOString();
  const patterns = [pattern, ...(allOf ?? []).map((one) => one.pattern)].filter((one) => one);
  const fits = texts.find((text) => patterns.every((one) => new RegExp(one!).test(text)));
  if (fits === undefined) throw new Error(`No example fits ${field}: ${patterns.join(' ')}`);
  return fits;
}
