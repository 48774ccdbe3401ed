import { z } from 'zod';
import {
  formattedWriting,
  fromDraft,
  id,
  instant,
  language,
  line,
  mailAddress,
  page,
  ref,
  writing,
} from './common.ts';
import { caseClock, clockItem } from './clock.ts';
import { customerValue } from './customers.ts';
import { handover } from './hand-overs.ts';
import { urgency } from './people.ts';
import { factValue } from './topics.ts';
import { writtenHow } from './writing.ts';

export const caseStatuses = ['open', 'waiting', 'solved', 'closed', 'merged', 'set_aside'] as const;
export const caseStatus = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof caseStatus>;

/** A case as lists show it. */
export const caseItem = z.object({
  id,
  number: z.number().int(),
  subject: z.string(),
  status: caseStatus,
  owner: ref.nullable(),
  /** The owner is in a recorded absence: nobody else was there, or it is a short one. */
  ownerAbsent: z.boolean(),
  level: z.number().int(),
  team: ref,
  customer: ref,
  brand: ref,
  topic: ref.nullable(),
  urgency,
  /** Marked as a case where much is at stake: its lead is told, its time may be shorter. */
  highStakes: z.boolean(),
  /** By when the customer has to have it; never moves the case by itself. */
  deadline: z.object({ at: instant, missedAt: instant.nullable() }).nullable(),
  /** Waits that an agent began, and deadlines moved to later. */
  postponed: z.number().int(),
  /** How pressing it is: the earlier `at`, the more; it ages by itself. */
  priority: z.object({
    at: instant,
    reasons: z.array(z.enum(['urgency', 'high_stakes', 'deadline'])),
  }),
  openedAt: instant,
  clock: clockItem,
  firstReply: z.object({ due: instant, metAt: instant.nullable(), missedAt: instant.nullable() }),
  solvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** On a closed case: whether the customer confirmed that it is solved. */
  confirmed: z.boolean().nullable(),
  /** On a solved case: when the customer is asked once more whether it is. */
  remindsAt: instant.nullable(),
  /** A message opened it again, and its owner may still say that it was thanks. */
  mayBeThanks: z.boolean(),
  setAsideReason: z.string().nullable(),
  mergedInto: id.nullable(),
  lastMessage: z
    .object({ at: instant, direction: z.enum(['in', 'out', 'internal']), preview: z.string() })
    .nullable(),
  version: z.number().int(),
});
export type CaseItem = z.infer<typeof caseItem>;
export const casePage = page(caseItem);

/** One customer's problem, in exactly one pair of hands. */
export const caseShape = caseItem.extend({
  clock: caseClock,
  /**
   * With what every handler should know at a glance; it changes neither clock nor place (S1-15). How
   * to reach them belongs to the area Customers, where who looks at it is written down.
   */
  customer: ref.extend({
    spelling: z.string().nullable(),
    formOfAddress: z.string().nullable(),
    tier: ref.nullable(),
    value: customerValue.nullable(),
  }),
  followers: z.array(ref),
  links: z.array(z.object({ id, number: z.number().int(), why: z.string() })),
  /** The last hand-over and what went along with it; null while the first owner holds it. */
  handover: handover.nullable(),
  /** How often it has moved within its level since it came there; three are ping-pong. */
  moves: z.number().int(),
});
export type Case = z.infer<typeof caseShape>;

/** Filters of `GET /api/cases`. `owner=me` are the cases in your hands. */
export const caseQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  owner: z.union([z.literal('me'), id]).optional(),
  team: id.optional(),
  level: z.coerce.number().int().min(1).optional(),
  status: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(caseStatus))
    .optional(),
  topic: id.optional(),
  customer: id.optional(),
  brand: id.optional(),
  number: z.coerce.number().int().optional(),
  dueBefore: instant.optional(),
  /**
   * `due`: what its holder has to do soonest first (first reply, deadline, end of the level's time);
   * `priority`: most pressing first; `newest`: latest opened first.
   */
  sort: z.enum(['due', 'priority', 'newest']).default('due'),
});

const files = z.array(id).max(50).default([]);

/** Opening a case by API: `POST /api/cases`. The customer by id, or by name and address. */
export const newCase = z.strictObject({
  customer: z.union([
    z.strictObject({ id }),
    z.strictObject({
      name: line(200).optional(),
      email: mailAddress,
      language: language.optional(),
    }),
  ]),
  subject: line(500),
  text: writing,
  topic: id.optional(),
  urgency: urgency.optional(),
  brand: id.optional(),
  files,
  /** Answers to the questions of the topic. */
  facts: z
    .array(z.strictObject({ question: id, value: factValue }))
    .max(200)
    .default([]),
});

/** What may be changed directly: `PATCH /api/cases/{id}`. */
export const caseChange = z
  .strictObject({
    subject: line(500),
    customer: id,
    topic: id.nullable(),
    urgency,
    highStakes: z.boolean(),
    /** The customer's own deadline; null takes it away. */
    deadline: instant.nullable(),
  })
  .partial();

/** Words for the customer. */
const forCustomer = {
  text: writing,
  /** The same with formatting; then `text` is made of it. */
  html: formattedWriting.optional(),
  files,
  /** Holds it for ten seconds, in which it can be taken back as if it had not been done. */
  withdrawable: z.boolean().default(false),
  draft: fromDraft,
};

/** `POST /api/cases/{id}/replies`: goes to the customer and whoever is in copy. */
export const newReply = z.strictObject({
  ...forCustomer,
  /** Wait for the customer after sending, until this instant at the latest. */
  waitUntil: instant.optional(),
  ...writtenHow,
});

/** `POST /api/cases/{id}/notes`: among ourselves, never seen by the customer. */
export const newNote = z.strictObject({
  text: writing,
  files,
  /** Agents who are told of it and follow the case from now on. */
  mentions: z.array(id).max(20).default([]),
  draft: fromDraft,
});

/** `POST /api/cases/{id}/wait`; without `until`: three days, within the level's limit. */
export const newWait = z.strictObject({ until: instant.optional() });

/** `POST /api/cases/{id}/solution`: the written solution, sent to the customer. */
export const newSolution = z.strictObject({
  ...forCustomer,
  /** Whether what others still do on the case is withdrawn; else it stands in the way. */
  withdrawTasks: z.boolean().default(false),
  ...writtenHow,
});

/**
 * `POST /api/cases/{id}/messages/{message}/withdrawal`: a reply or solution of yours is taken back
 * within ten seconds, and the case is as it was before.
 */
export const newWithdrawal = z.strictObject({});

/** `POST /api/cases/{id}/reopening` */
export const newReopening = z.strictObject({ reason: writing.optional() });

/** `POST /api/cases/{id}/thanks`: the message that opened it again was thanks. */
export const newThanks = z.strictObject({});

export const reasonsAside = ['spam', 'misdirected', 'no_request', 'test'] as const;
/** `POST /api/cases/{id}/setting-aside`; `DELETE` takes it back. */
export type AsideReason = (typeof reasonsAside)[number];
export const newSettingAside = z.strictObject({ reason: z.enum(reasonsAside) });

/** `POST /api/cases/{id}/followers`; without `agent`: whoever asks. */
export const newFollower = z.strictObject({ agent: id.optional() });
export const followers = z.object({ items: z.array(ref), next: z.null() });
