import { z } from 'zod';
import { id, instant, language, line, page, pageQuery, ref, text } from './common.ts';

/** What of a customer's data somebody saw. */
export const dataKinds = ['contact', 'conversation', 'files', 'overview', 'masked'] as const;
export type DataKind = (typeof dataKinds)[number];

/** An agent was locked out, and what follows from it. */
export const incident = z.object({
  id,
  number: z.number().int(),
  /** Who was locked out. */
  agent: ref,
  /** Whether they are locked out now. */
  locked: z.boolean(),
  /** Who answers for the incident. */
  owner: ref,
  state: z.enum(['open', 'closed']),
  reason: z.string(),
  /** The window in which somebody else may have acted as the agent. */
  from: instant,
  to: instant,
  openedAt: instant,
  openedBy: ref.nullable(),
  sessionsEnded: z.number().int(),
  keysRevoked: z.number().int(),
  casesMoved: z.number().int(),
  renewedAllAt: instant.nullable(),
  closedAt: instant.nullable(),
  notices: z.object({
    prepared: z.number().int(),
    sent: z.number().int(),
    failed: z.number().int(),
  }),
  version: z.number().int(),
});
export type Incident = z.infer<typeof incident>;
export const incidentPage = page(incident);

/** `POST /api/incidents` locks the agent out at once; `since` is where the window begins. */
export const newIncident = z.strictObject({
  agent: id,
  since: instant,
  reason: line(500),
});

/** `PATCH /api/incidents/{id}` */
export const incidentChange = z
  .strictObject({
    owner: id,
    reason: line(500),
    from: instant,
    to: instant,
    state: z.enum(['open', 'closed']),
  })
  .partial();

/** What a customer is told about an incident. */
export const incidentNotice = z.object({
  state: z.enum(['prepared', 'sent', 'failed']),
  language,
  subject: z.string(),
  text: z.string(),
  sentAt: instant.nullable(),
  /** The case in which it was sent. */
  case: ref.nullable(),
  /** Why it could not be sent. */
  trouble: z.enum(['no_address', 'refused']).nullable(),
});

/** A customer whose data were seen within the window. */
export const touchedCustomer = z.object({
  customer: ref,
  kinds: z.array(z.enum(dataKinds)),
  firstAt: instant,
  lastAt: instant,
  looks: z.number().int(),
  notice: incidentNotice.nullable(),
});
export type TouchedCustomer = z.infer<typeof touchedCustomer>;
export const touchedCustomerPage = page(touchedCustomer);
export const touchedCustomerQuery = pageQuery;

/** `PATCH /api/incidents/{id}/notices/{customer}`, as long as it is not sent. */
export const incidentNoticeChange = z
  .strictObject({ subject: line(200), text: text(20_000) })
  .partial();

/** `POST /api/incidents/{id}/notices`: for whom something was prepared now. */
export const noticesPrepared = z.object({ prepared: z.number().int() });

/** `POST /api/incidents/{id}/notices/sending`: up to fifty at once; again while some are left. */
export const noticesSent = z.object({
  sent: z.number().int(),
  failed: z.number().int(),
  left: z.number().int(),
});

/** One-time links by which agents come in again; each shown once. */
export const renewedAgents = z.object({
  items: z.array(z.object({ agent: ref, url: z.string(), expiresAt: instant })),
});
