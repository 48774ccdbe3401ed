import { errorCode } from './start-error.ts';

/** There is no space left for a file (ENOSPC, or a quota: EDQUOT). */
export class DiskFull extends Error {
  constructor(cause: unknown) {
    super('The disk is full.', { cause });
    this.name = 'DiskFull';
  }
}

/** Throws the error again, as DiskFull when it is that. */
export function asDiskFull(error: unknown): never {
  if (['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) throw new DiskFull(error);
  throw error;
}
