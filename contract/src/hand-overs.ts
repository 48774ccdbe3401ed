import { z } from 'zod';
import { fromDraft, id, instant, ref, writing } from './common.ts';
import { direction } from './topics.ts';
import { formFaults } from './faults.ts';

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
const along = { summary: writing, marked: z.array(id).max(100).default([]), draft: fromDraft };

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
 * that you may hand over; of a topic also those of the topics below it. One call moves up to `limit`,
 * in one transaction, the most pressing first; ask again with `after` until `next` is null. With
 * `dryRun` nothing moves, `count` says how many fit, and `cases` where each would go.
 */
export const newHandoverBatch = z.strictObject({
  filter: z
    .strictObject({
      owner: z.union([z.literal('me'), id]),
      topic: id,
      customer: id,
      team: id,
      /** Only these. */
      cases: z.array(id).min(1).max(500),
    })
    .partial()
    .refine((given) => Object.keys(given).length > 0, { message: formFaults.none_given }),
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
  /** Each case that was looked at: with whom it was, and with whom it is, or with `dryRun` would be. */
  cases: z.array(
    z.object({
      id,
      number: z.number().int(),
      subject: z.string(),
      customer: z.string(),
      from: ref.nullable(),
      to: ref.nullable(),
      /** Why it stayed; null where it moved. */
      code: z.string().nullable(),
    }),
  ),
  /** Cases that stayed, and why. */
  refused: z.array(z.object({ case: id, number: z.number().int(), code: z.string() })),
  next: id.nullable(),
});
export type HandoverBatch = z.infer<typeof handoverBatch>;
