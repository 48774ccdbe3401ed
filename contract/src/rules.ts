import { z } from 'zod';
import { caseStatus } from './cases.ts';
import { duration, id, instant, language, line, ref, text } from './common.ts';
import { reasonsAcross, reasonsUp } from './hand-overs.ts';
import { urgency } from './people.ts';
import { direction, factValue } from './topics.ts';
import { formFaults } from './faults.ts';

/** What can happen to a case that a rule of a team listens to, besides hand-overs and time. */
export const ruleEvents = [
  'case_opened',
  'customer_wrote',
  'waiting_began',
  'resumed',
  'solved',
  'reopened',
  'closed',
  'lapsed',
  'topic_set',
  'urgency_set',
  'high_stakes_set',
  'task_refused',
] as const;
export type RuleEvent = (typeof ruleEvents)[number];

/** From where a rule counts time: after the opening or the customer's last message, before the due instant. */
export const ruleAnchors = ['opened', 'customer_wrote', 'due'] as const;
export type RuleAnchor = (typeof ruleAnchors)[number];

/** When a rule looks at a case. */
export const ruleWhen = z.discriminatedUnion('on', [
  z.strictObject({ on: z.enum(ruleEvents) }),
  /** Without a direction: however it moved. */
  z.strictObject({ on: z.literal('handed_over'), direction: direction.optional() }),
  z.strictObject({
    on: z.literal('time'),
    from: z.enum(ruleAnchors),
    length: duration,
    /** All of the time, or the working hours of the team. */
    counts: z.enum(['elapsed', 'working']),
  }),
]);
export type RuleWhen = z.infer<typeof ruleWhen>;

const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100);
const not = z.boolean().optional();
const atLeast = z.number().int().min(1).max(100_000);

/** One thing that is to be so of a case, or with `not` that is not to be so. */
export const ruleCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('status'), not, in: some(caseStatus) }),
  z.strictObject({ field: z.literal('urgency'), not, in: some(urgency) }),
  z.strictObject({ field: z.literal('level'), not, in: some(z.number().int().min(1)) }),
  z.strictObject({ field: z.enum(['team', 'brand']), not, in: some(id) }),
  /** Null: none at all. A topic includes those below it. */
  z.strictObject({ field: z.enum(['topic', 'channel']), not, in: some(id.nullable()) }),
  /** Of the customer's last message, or of the customer. */
  z.strictObject({ field: z.enum(['language', 'customer_language']), not, in: some(language) }),
  /** `unanswered`: nobody has written to the customer since the customer did. */
  z.strictObject({ field: z.enum(['high_stakes', 'unanswered']), not }),
  /** Since it was opened. */
  z.strictObject({ field: z.literal('age'), not, atLeast: duration }),
  /** Moves within the level; cases that the customer had before. */
  z.strictObject({ field: z.enum(['moves', 'earlier_cases']), not, atLeast }),
  /** The answer to an intake question; null: there is none. */
  z.strictObject({ field: z.literal('fact'), not, question: id, is: factValue.nullable() }),
  z.strictObject({ field: z.literal('customer_name'), not, words: some(line(200)) }),
  /** Whole addresses, `@domain`, or `name@` at any domain. */
  z.strictObject({
    field: z.literal('customer_address'),
    not,
    in: some(line(254).regex(/@/, { message: formFaults.not_a_sender_part })),
  }),
  /** Whole words or phrases of the customer's last message, whatever the case and the accents. */
  z.strictObject({
    field: z.literal('words'),
    not,
    words: some(line(200)),
    place: z.enum(['subject', 'text', 'both']),
  }),
]);
export type RuleCondition = z.infer<typeof ruleCondition>;

const match = z.enum(['all', 'any']);
const group = z.strictObject({ match, of: z.array(ruleCondition).min(1).max(20) });
export type RuleGroup = z.infer<typeof group>;

/** What is to be so of the case: all or any of these, each a condition or a group; nothing: always. */
export const ruleIf = z.strictObject({
  match,
  of: z.array(z.union([ruleCondition, group])).max(20),
});
export type RuleIf = z.infer<typeof ruleIf>;

/** An agent by id, or whoever leads the team of the case. */
const helper = z.union([z.literal('lead'), id]);
const words = text(5000);

/** Something that a rule does to a case. */
export const ruleAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set_topic'), topic: id }),
  z.strictObject({ do: z.literal('set_urgency'), urgency }),
  z.strictObject({ do: z.literal('set_high_stakes'), is: z.boolean() }),
  z.strictObject({ do: z.literal('add_follower'), who: helper }),
  z.strictObject({
    do: z.literal('tell'),
    who: z.union([z.enum(['owner', 'lead']), id]),
    text: line(500),
  }),
  /** Without `within`: the usual time of the company. */
  z.strictObject({
    do: z.literal('ask_task'),
    who: helper,
    what: words,
    within: duration.optional(),
  }),
  /** Whoever is next in the help chain of the topic. */
  z.strictObject({ do: z.literal('ask_help'), what: words }),
  z.strictObject({ do: z.literal('note'), text: words }),
  /** To a team of the same level; where the case stands at another one, it stays. */
  z.strictObject({
    do: z.literal('hand_across'),
    team: id,
    reason: z.union([z.enum(reasonsAcross).exclude(['wrong_topic', 'absence']), id]),
    summary: words,
  }),
  z.strictObject({
    do: z.literal('pass_up'),
    reason: z.union([z.enum(reasonsUp), id]),
    summary: words,
  }),
]);
export type RuleAct = z.infer<typeof ruleAct>;

const movesCase = ({ do: what }: RuleAct) => what === 'hand_across' || what === 'pass_up';

/** A case moves once at most, and last: what comes before is for the hands in which it was. */
export const ruleActs = z
  .array(ruleAct)
  .min(1)
  .max(10)
  .refine((acts) => !acts.slice(0, -1).some(movesCase), {
    message: formFaults.hands_over_early,
  });

const name = line(100);
const parts = {
  name,
  /** The team whose cases it looks at, and those of the teams below; null: the whole company. */
  team: id.nullable(),
  active: z.boolean(),
  when: ruleWhen,
  if: ruleIf,
  acts: ruleActs,
};
/** What a rule says; each change of it is a version of its own. */
const ruleContent = z.object({ ...parts, team: ref.nullable(), acts: z.array(ruleAct) });

/** A rule of a team, in force or not. */
export const teamRule = ruleContent.extend({
  id,
  version: z.number().int(),
  /** What it names and is no longer there or in use; it does nothing until that is put right. */
  broken: z.array(z.object({ path: z.string(), what: z.string() })),
  /** Whether whoever asks may change it. */
  mayChange: z.boolean(),
  changedAt: instant,
  changedBy: ref.nullable(),
  /** On how many occasions it did something in the last 30 days. */
  acted: z.number().int(),
});
export type TeamRule = z.infer<typeof teamRule>;

/** All rules in the order in which they act; there are never so many that they would come in pages. */
export const teamRules = z.object({ items: z.array(teamRule), next: z.null() });

export const newTeamRule = z.strictObject({
  ...parts,
  team: parts.team.default(null),
  active: parts.active.default(true),
  if: ruleIf.default({ match: 'all', of: [] }),
});

/** `place` moves the rule: 0 is the first to act. That is no new version of it. */
export const teamRuleChange = z
  .strictObject({ ...parts, place: z.number().int().min(0) })
  .partial();

/** How a rule was, who made it so, and when; the latest first. */
export const ruleVersion = ruleContent.extend({
  version: z.number().int(),
  at: instant,
  by: ref.nullable(),
});
export type RuleVersion = z.infer<typeof ruleVersion>;
export const ruleVersions = z.object({ items: z.array(ruleVersion), next: z.null() });

/** `POST /api/rules/{id}/restorations`: as it was in that version, as a new one. */
export const newRestoration = z.strictObject({ version: z.number().int().min(1) });

/** `GET /api/rules/names`: what rules are called, those no longer there too, for reading events. */
export const ruleNames = z.object({ items: z.array(ref), next: z.null() });

/**
 * `POST /api/rules/trials`: what a rule would have done in the last 30 days, a part of the cases at
 * a time: give `next` back as `cursor` until it is null. Nothing is done and nothing is kept.
 */
export const newTeamRuleTrial = z.strictObject({
  team: id.nullable().default(null),
  when: ruleWhen,
  if: ruleIf.default({ match: 'all', of: [] }),
  acts: ruleActs,
  cursor: z.string().max(500).optional(),
});

export const teamRuleTrial = z.object({
  since: instant,
  /** Cases looked at in this part, and how many there are in all. */
  looked: z.number().int(),
  total: z.number().int(),
  /** How often it happened that the rule listens for, and how often everything fitted. */
  happened: z.number().int(),
  fitted: z.number().int(),
  /** Which condition it was that did not fit (`if.of.0`), and how often. */
  failed: z.array(z.object({ path: z.string(), count: z.number().int() })),
  /** The first 100 of this part. */
  hits: z.array(
    z.object({
      case: z.object({ id, number: z.number().int(), subject: z.string() }),
      at: instant,
      /** What it would have changed; nothing where all was so already. */
      acts: z.array(ruleAct),
    }),
  ),
  next: z.string().nullable(),
});
export type TeamRuleTrial = z.infer<typeof teamRuleTrial>;
