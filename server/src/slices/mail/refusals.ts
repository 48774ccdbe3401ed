import { violatedReference, violatedUnique } from '../../platform/db.ts';
import { Problem } from '../../platform/problem.ts';

export function notFound(what: string): Problem {
  return new Problem('not_found', { detail: `There is no such ${what}.` });
}

/** A field that names something that is not there, or is no longer used. */
export function unknownReference(path: string): Problem {
  return new Problem('unknown_reference', {
    detail: `There is no such ${path}, or it is no longer used.`,
    errors: [{ path, message: 'is not there' }],
  });
}

/** Turns the database's "there is one already" into ours, which says which field. */
export async function unique<T>(path: string, detail: string, work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    if (violatedUnique(cause) === null) throw cause;
    throw new Problem('already_exists', { detail, errors: [{ path, message: 'is taken' }], cause });
  });
}

/** Turns the database's "something refers to it" into ours. */
export async function unused<T>(detail: string, work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    if (violatedReference(cause) === null) throw cause;
    throw new Problem('still_in_use', { detail, cause });
  });
}
