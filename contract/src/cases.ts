import { z } from 'zod';
import {
  duration,
  id,
  instant,
  language,
  line,
  mailAddress,
  page,
  ref,
  writing,
} from './common.ts';
import { urgency } from './people.ts';
import { direction, factValue } from './topics.ts';

export const caseStatuses = ['open', 'waiting', 'solved', 'closed', 'merged', 'set_aside'] as const;
export const caseStatus = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof caseStatus>;

/** One stretch or correction of the clock, in order; `counted` says whether it used up time. */
export const clockLine = z.object({
  kind: z.enum([
    'running',
    'waiting',
    'solved',
    'set_aside',
    'merged',
    'resumed_at_least',
    'holding_time_changed',
    'handed_down',
    'calendar_changed',
    'counted_before',
    'outside_hours',
    'no_hours',
    'closed_day',
  ]),
  from: instant,
  to: instant.nullable(),
  counted: z.boolean(),
  /** How long the stretch lasted, or by how much the due instant was moved (may be negative). */
  length: z.string(),
  /** The name of a closed day. */
  name: z.string().optional(),
});
export type ClockLine = z.infer<typeof clockLine>;

/** The holding time that runs for a case at its level. */
const clockItem = z.object({
  startedAt: instant,
  holdingTime: duration,
  due: instant.nullable(),
  pausedSince: instant.nullable(),
  /** What is left: until `due` while it runs, what will be left while it is paused. */
  remaining: duration.nullable(),
  resumesAt: instant.nullable(),
  closesAt: instant.nullable(),
});

/** The clock with its explanation, line by line. */
export const caseClock = clockItem.extend({ explanation: z.array(clockLine) });
export type CaseClock = z.infer<typeof caseClock>;

/** The same with every stretch that counted, and every one that did not and why. */
export const clockInFull = caseClock.extend({
  lines: z.array(clockLine),
  /** What counts from now until the due instant; empty while the clock is paused. */
  ahead: z.array(clockLine),
});
export type ClockInFull = z.infer<typeof clockInFull>;

/** How a case came into its owner's hands: the package that went along with it. */
export const handover = z.object({
  seq: z.number().int(),
  at: instant,
  direction,
  /** A code, or the id of a reason of the company's own. */
  reason: z.string(),
  from: ref,
  /** The message that holds the summary; null where Baton itself moved the case. */
  summary: id.nullable(),
  /** Messages that the new owner is to see first. */
  marked: z.array(id),
  /** When the new owner first opened the case. */
  takenAt: instant.nullable(),
});
export type Handover = z.infer<typeof handover>;

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
  /** `due`: soonest deadline first; `priority`: most pressing first; `newest`: latest opened first. */
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

/** `POST /api/cases/{id}/replies`: goes to the customer and whoever is in copy. */
export const newReply = z.strictObject({
  text: writing,
  files,
  /** Wait for the customer after sending, until this instant at the latest. */
  waitUntil: instant.optional(),
});

/** `POST /api/cases/{id}/notes`: among ourselves, never seen by the customer. */
export const newNote = z.strictObject({
  text: writing,
  files,
  /** Agents who are told of it and follow the case from now on. */
  mentions: z.array(id).max(20).default([]),
});

/** `POST /api/cases/{id}/wait`; without `until`: three days, within the level's limit. */
export const newWait = z.strictObject({ until: instant.optional() });

export const reasonsUp = [
  'beyond_my_authority',
  'beyond_my_knowledge',
  'needs_other_access',
  'customer_asks_for_it',
  'not_in_time',
] as const;
export const reasonsAcross = [
  'wrong_case',
  'wrong_topic',
  'absence',
  'conflict_of_interest',
  'wish_of_lead',
] as const;
export const reasonsDown = [
  'decided_above',
  'can_be_solved_below',
  'knows_the_case',
  'wish_of_lead',
] as const;

/** What goes along with a case: a summary, and the messages that the new owner is to see first. */
const along = { summary: writing, marked: z.array(id).max(100).default([]) };

/** One of Baton's reasons that asks for nothing more, or one of the company's own. */
const anyReason = z.union([
  z.enum([...reasonsUp, ...reasonsAcross, ...reasonsDown]).exclude(['wrong_topic']),
  id,
]);

/**
 * `POST /api/cases/{id}/handovers`. Up: to the next level. Across: to an agent of the same level
 * (`agent`), or to another team of the same level (`team`), or to whoever of the team is next.
 * With the reason `wrong_topic` the right `topic` is set in the same act, and without `agent` and
 * `team` the case goes to the first team of that topic, where that stands at the level of the case.
 * Down: to an agent of a lower level, by name. A reason is a code, or the id of one of your own.
 */
export const newHandover = z.discriminatedUnion('direction', [
  z.strictObject({
    direction: z.literal('up'),
    reason: z.union([z.enum(reasonsUp), id]),
    ...along,
  }),
  z.strictObject({
    direction: z.literal('across'),
    reason: z.union([z.enum(reasonsAcross), id]),
    ...along,
    agent: id.optional(),
    team: id.optional(),
    topic: id.optional(),
  }),
  z.strictObject({
    direction: z.literal('down'),
    reason: z.union([z.enum(reasonsDown), id]),
    ...along,
    agent: id,
    team: id.optional(),
  }),
]);

/**
 * `POST /api/hand-overs/batch`: hands over many cases at once, those in work that fit the filter and
 * that you may hand over. One call moves up to `limit`, in one transaction; ask again with `after`
 * until `next` is null. With `dryRun` nothing moves, and `count` says how many would.
 */
export const newHandoverBatch = z.strictObject({
  filter: z
    .strictObject({ owner: z.union([z.literal('me'), id]), topic: id, customer: id, team: id })
    .partial()
    .refine((given) => Object.keys(given).length > 0, { message: 'must hold one at least' }),
  handOver: z.discriminatedUnion('direction', [
    z.strictObject({ direction: z.literal('up'), reason: anyReason, summary: writing }),
    z.strictObject({
      direction: z.literal('across'),
      reason: anyReason,
      summary: writing,
      agent: id.optional(),
      team: id.optional(),
    }),
    z.strictObject({
      direction: z.literal('down'),
      reason: anyReason,
      summary: writing,
      agent: id,
      team: id.optional(),
    }),
  ]),
  dryRun: z.boolean().default(false),
  limit: z.number().int().min(1).max(500).default(200),
  /** The last case that the call before looked at. */
  after: id.optional(),
});

export const handoverBatch = z.object({
  /** Cases that fit, after `after`. */
  count: z.number().int(),
  moved: z.number().int(),
  /** Cases that stayed, and why. */
  refused: z.array(z.object({ case: id, number: z.number().int(), code: z.string() })),
  next: id.nullable(),
});

/** `POST /api/cases/{id}/solution`: the written solution, sent to the customer. */
export const newSolution = z.strictObject({
  text: writing,
  files,
  /** Whether what others still do on the case is withdrawn; else it stands in the way. */
  withdrawTasks: z.boolean().default(false),
});

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

export const file = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});
export type FileShape = z.infer<typeof file>;

export const delivery = z.object({
  id,
  state: z.enum(['queued', 'held', 'sent', 'delivered', 'refused', 'bounced', 'suppressed']),
  reason: z.string().nullable(),
  at: instant,
});

/** What was said, in, out, or among ourselves. */
export const message = z.object({
  id,
  case: id,
  seq: z.number().int(),
  at: instant,
  direction: z.enum(['in', 'out', 'internal']),
  kind: z.string(),
  author: z.object({
    kind: z.enum(['customer', 'participant', 'stranger', 'agent', 'key', 'baton']),
    id: id.nullable(),
    name: z.string().nullable(),
    address: z.string().nullable(),
  }),
  subject: z.string().nullable(),
  text: z.string(),
  quoted: z.string().nullable(),
  /** How the writer signs; like what is quoted, no part of `text`. */
  signature: z.string().nullable(),
  language: z.string().nullable(),
  automatic: z.boolean(),
  files: z.array(file),
  /** The fate of an outgoing message; null until it was handed to the mail, and for all others. */
  delivery: delivery.nullable(),
  inbound: id.nullable(),
  /** The case from which it was split off, or to which it had been added by a merge. */
  copiedFrom: z.object({ id, number: z.number().int() }).nullable(),
  /** The case to which it was split off, or returned. */
  copiedTo: z.object({ id, number: z.number().int() }).nullable(),
  /** Of an unknown sender: whether the owner has let them take part. */
  stranger: z.enum(['unknown', 'admitted', 'turned_away']).nullable(),
});
export type Message = z.infer<typeof message>;
export const messagePage = page(message);

/** One fact about the case: ids, codes and instants only. `data` depends on `kind`. */
export const caseEvent = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  actor: z.object({
    kind: z.enum(['agent', 'key', 'customer', 'baton']),
    id: id.nullable(),
    name: z.string().nullable(),
  }),
  data: z.record(z.string(), z.unknown()),
});
export type CaseEventShape = z.infer<typeof caseEvent>;
export const caseEventPage = page(caseEvent);
