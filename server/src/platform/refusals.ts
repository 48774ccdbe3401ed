import type { FaultCode, FaultParams, FieldRefusal } from '@baton/contract';
import { violatedReference, violatedUnique } from './db.ts';
import { fieldRefusal } from './field-refusal.ts';
import { Problem } from './problem.ts';

/** A field that is well written but cannot be so. */
export function invalid<Code extends FaultCode>(
  path: string,
  code: Code,
  ...params: FaultParams<Code>
): Problem {
  return invalidField(fieldRefusal(path, code, ...params));
}

/** The same where what is said of the field was found elsewhere. */
export function invalidField(field: FieldRefusal): Problem {
  const detail = `Not valid: ${field.path} (${field.message}).`;
  return new Problem('invalid_request', { detail, errors: [field] });
}

/** A field that names something that is not there, or cannot be named here. */
export function unknownReference<Code extends FaultCode>(
  path: string,
  code: Code,
  ...params: FaultParams<Code>
): Problem {
  const field = fieldRefusal(path, code, ...params);
  return new Problem('unknown_reference', {
    detail: `${path} ${field.message}.`,
    errors: [field],
  });
}

export function notFound(what: string): Problem {
  return new Problem('not_found', { detail: `There is no such ${what}.` });
}

export function stillInUse(detail: string): Problem {
  return new Problem('still_in_use', { detail });
}

/** Turns the database's "there is one already" into ours, which says which field. */
export async function unique<T>(path: string, detail: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (violatedUnique(error) === null) throw error;
    throw new Problem('already_exists', {
      detail,
      errors: [fieldRefusal(path, 'taken')],
      cause: error,
    });
  });
}

/** Turns the database's "something refers to it" into ours. */
export async function unused<T>(detail: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (violatedReference(error) === null) throw error;
    throw new Problem('still_in_use', { detail, cause: error });
  });
}
