import { violatedReference, violatedUnique } from './db.ts';
import { Problem } from './problem.ts';

/** A field that is well written but cannot be so. */
export function invalid(path: string, message: string): Problem {
  return new Problem('invalid_request', {
    detail: `Not valid: ${path} (${message}).`,
    errors: [{ path, message }],
  });
}

/** A field that names something that is not there, or cannot be named here. */
export function unknownReference(path: string, message: string): Problem {
  return new Problem('unknown_reference', {
    detail: `${path} ${message}.`,
    errors: [{ path, message }],
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
      errors: [{ path, message: 'is taken' }],
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
