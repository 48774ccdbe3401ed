import type { Draft } from './draft.ts';

/** A draft as it goes to the customer; for ten seconds it can be taken back. */
export function forCustomer({ text, html, files, version }: Draft & { version: number }) {
  return {
    text,
    ...(html === null ? {} : { html }),
    files: files.map((file) => file.id),
    withdrawable: true,
    draft: version,
  } as const;
}
