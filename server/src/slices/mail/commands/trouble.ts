import { DiskFull } from '../../../platform/storage.ts';
import { errorCode } from '../../../platform/start-error.ts';

/** Why a message could not be processed: a code for people, and what the program said. */
export function troubleIn(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'raw_missing: the stored message cannot be found';
  const words = error instanceof Error ? error.message : String(error);
  return `trouble: ${words.slice(0, 500)}`;
}

/**
 * Whether a trouble has nothing to do with the message: the file store or the network (system
 * errors, such as EIO), or a database that is away or lost (platform/patience.ts), busy, full or
 * stopping (SQLSTATE classes 08, 40, 53, 55, 57 and 58), or that gave up on a server which stood
 * still (25P03). It is waited for, however long it takes.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof DiskFull) return true;
  return /^(E[A-Z]{2,}|DATABASE_(AWAY|LOST)|25P03|(08|40|53|55|57|58)[0-9A-Z]{3})$/.test(
    errorCode(error) ?? '',
  );
}
