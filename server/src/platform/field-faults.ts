import { type FaultCode, type FieldRefusal, formFaults } from '@baton/contract';
import type { z } from 'zod';

/** What zod found wrong with a field: its code, its words, and whatever else it tells. */
type Issue = {
  code: string;
  message: string;
  path: readonly PropertyKey[];
  details: Readonly<Record<string, unknown>>;
};

/** A code with what it needs to be said. */
type Fault = Pick<FieldRefusal, 'params'> & { code: FaultCode };

/** What is said of a field for what zod found; its own words are kept: in English they are exact. */
export function refusalOfIssue({ path, message, ...rest }: z.core.$ZodIssue, given: unknown) {
  const { code, ...details } = rest;
  const issue = { code, message, path, details };
  return { path: path.map(String).join('.'), ...faultOf(issue, given), message };
}

/**
 * The code for what zod found.
 * @param whole what was checked, in which the field stands or is missing
 */
export function faultOf({ code, message, path, details }: Issue, whole: unknown): Fault {
  const given = path.reduce<unknown>(inside, whole);
  const own = formCodes.get(message);
  if (own !== undefined) return { code: own };
  if ((given ?? null) === null) return { code: 'required' };
  if (code === 'too_small') return tooSmall(details);
  if (code === 'too_big') return tooBig(details);
  if (code === 'invalid_type') return { code: types[String(details['expected'])] ?? 'not_valid' };
  if (code === 'invalid_format') return { code: formats[String(details['format'])] ?? 'not_valid' };
  if (code === 'invalid_value') return { code: 'not_offered' };
  // A choice among shapes by the kind that is named.
  if (code === 'invalid_union' && details['discriminator']) return { code: 'not_offered' };
  return { code: 'not_valid' };
}

function inside(whole: unknown, step: PropertyKey): unknown {
  return typeof whole === 'object' && whole !== null
    ? (whole as Record<PropertyKey, unknown>)[step]
    : undefined;
}

/** What the contract says in words of its own, by these words. */
const formCodes = new Map<string, FaultCode>(
  (Object.keys(formFaults) as (keyof typeof formFaults)[]).map((code) => [formFaults[code], code]),
);

const types: Record<string, FaultCode> = {
  string: 'not_text',
  number: 'not_a_number',
  int: 'not_whole',
  boolean: 'not_yes_or_no',
  array: 'not_a_list',
};

const formats: Record<string, FaultCode> = {
  email: 'not_an_address',
  url: 'not_a_link',
  uuid: 'not_an_id',
  datetime: 'not_an_instant',
  date: 'not_a_day',
};

function tooSmall({ origin, minimum, inclusive }: Issue['details']): Fault {
  const least = Number(minimum);
  if (origin === 'string') {
    return least === 1 ? { code: 'empty' } : { code: 'too_short', params: { least } };
  }
  if (origin === 'array') return { code: 'too_few_entries', params: { least } };
  return inclusive ? { code: 'below_least', params: { least } } : { code: 'not_valid' };
}

function tooBig({ origin, maximum, inclusive }: Issue['details']): Fault {
  const most = Number(maximum);
  if (origin === 'string') return { code: 'too_long', params: { most } };
  if (origin === 'array') return { code: 'too_many_entries', params: { most } };
  return inclusive ? { code: 'above_most', params: { most } } : { code: 'not_valid' };
}
