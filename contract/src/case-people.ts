import { z } from 'zod';
import { id, instant, line, mailAddress } from './common.ts';

/** Somebody who takes part in a case from outside. */
export const participant = z.object({
  id,
  address: z.string(),
  name: z.string().nullable(),
  /** `customer`: gets everything; `copied`: replies only, nothing that Baton says by itself. */
  role: z.enum(['customer', 'copied']),
  /** When they left; they get nothing since. */
  leftAt: instant.nullable(),
});
export type Participant = z.infer<typeof participant>;
export const participants = z.object({ items: z.array(participant), next: z.null() });

/** `POST /api/cases/{id}/participants`: in copy from now on. */
export const newParticipant = z.strictObject({
  address: mailAddress,
  name: line(200).nullable().default(null),
});

export type NewParticipant = z.infer<typeof newParticipant>;

/** `POST /api/cases/{id}/strangers/{message}`: what the owner says to an unknown sender. */
export const strangerAnswer = z.strictObject({ admit: z.boolean() });

/** `POST /api/cases/{id}/merging`: into which case; `DELETE` takes it back. */
export const newMerging = z.strictObject({ into: id });

/** `POST /api/cases/{id}/messages/{message}/split`: by default under the message's own subject. */
export const newSplit = z.strictObject({ subject: line(500).optional() });

/** Who wrote at first what was forwarded to us: `GET /api/cases/{id}/customer-suggestion`. */
export const customerSuggestion = z.object({
  suggestion: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
});

/** `POST /api/cases/{id}/customer-suggestion`: whoever was suggested becomes the customer. */
export const takeSuggestion = z.strictObject({});
