import { createHash } from 'node:crypto';

/** Something that the customer is told because of an event; `seq` is the event's. */
export type AboutEvent = { kind: 'moved' | 'merged' | 'reminder'; caseId: string; seq: number };

/**
 * The id in the outbox of the automatic mail that follows from an event: the same each time (UUID
 * version 8, RFC 9562), so that a repeated job finds it taken.
 */
export function automaticId({ kind, caseId, seq }: AboutEvent): string {
  const hex = createHash('sha256').update(`${kind}:${caseId}:${seq}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
