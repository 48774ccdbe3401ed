import { z } from 'zod';
import { duration, id, instant, language, line, mailAddress, page, ref, zone } from './common.ts';
import { formFaults } from './faults.ts';

export const roles = ['reader', 'agent', 'lead', 'admin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const membership = z.object({ team: ref, capacity: z.number().int() });
const membershipInput = z.strictObject({
  team: id,
  capacity: z.number().int().min(1).max(10_000).default(20),
});

/** A person inside who can hold cases. */
export const agent = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  language,
  zone: z.string(),
  /** What stands below their name in what they write to customers. */
  signature: z.string(),
  active: z.boolean(),
  /** Active and in no recorded absence; being off shift is not absence. */
  present: z.boolean(),
  /** When the absence that runs ends; null while present, and when its end is open. */
  absentUntil: instant.nullable(),
  teams: z.array(membership),
  createdAt: instant,
  disabledAt: instant.nullable(),
  /** Raised by every change of the agent, also of the teams they belong to. */
  version: z.int(),
});
export type Agent = z.infer<typeof agent>;
export const agentPage = page(agent);

/** A few lines: what one does, a number to call; the name and the brand stand there by themselves. */
const signature = z
  .string()
  .trim()
  .max(500)
  .refine((value) => !value.includes('\u0000'), { message: formFaults.null_characters });

export const newAgent = z.strictObject({
  name: line(200),
  email: mailAddress,
  role: role.default('agent'),
  language: language.default('en'),
  zone: zone.default('UTC'),
  signature: signature.default(''),
  teams: z.array(membershipInput).max(100).default([]),
});

/** `active: false` disables: the agent's cases are handed over first, in the same transaction. */
export const agentChange = z
  .strictObject({
    name: line(200),
    email: mailAddress,
    role,
    language,
    zone,
    signature,
    active: z.boolean(),
    teams: z.array(membershipInput).max(100),
  })
  .partial();

export const urgencies = ['low', 'normal', 'high', 'urgent'] as const;
export const urgency = z.enum(urgencies);
export type Urgency = z.infer<typeof urgency>;

/** What a level can have holding times of their own for. */
const heldFor = z.enum([...urgencies, 'high_stakes']);
export type HeldFor = z.infer<typeof heldFor>;

/** The height in the pyramid; its id is its height, 1 is the front line. */
export const level = z.object({
  id: z.number().int(),
  name: z.string(),
  holdingTime: duration,
  resumeAtLeast: duration,
  waitingLimit: duration,
  /** All of the time but closed days, or working hours only. */
  counts: z.enum(['elapsed', 'working']),
  /** From the arrival at the level, or from the opening of the case. */
  runsFrom: z.enum(['arrival', 'opened']),
  /** Where a case goes up to: the next level, or straight to the top. */
  passesTo: z.enum(['next', 'top']),
  /** Holding times of their own, for an urgency or for high stakes. */
  holding: z.partialRecord(heldFor, duration),
});
export type Level = z.infer<typeof level>;
export const levelPage = page(level);

const levelFields = {
  name: line(100),
  holdingTime: duration,
  resumeAtLeast: duration,
  waitingLimit: duration,
  counts: z.enum(['elapsed', 'working']),
  runsFrom: z.enum(['arrival', 'opened']),
  passesTo: z.enum(['next', 'top']),
  holding: z.partialRecord(heldFor, duration),
};
/** A new level stands above all others. */
export const newLevel = z.strictObject({
  ...levelFields,
  holdingTime: duration.default('PT20H'),
  resumeAtLeast: duration.default('PT4H'),
  waitingLimit: duration.default('P14D'),
  counts: levelFields.counts.default('elapsed'),
  runsFrom: levelFields.runsFrom.default('arrival'),
  passesTo: levelFields.passesTo.default('next'),
  holding: levelFields.holding.default({}),
});
export const levelChange = z.strictObject(levelFields).partial();

/** Agents who share topics; stands at one level; has a lead, and one team above it. */
export const team = z.object({
  id,
  name: z.string(),
  level: z.number().int(),
  lead: ref,
  cover: ref.nullable(),
  above: ref.nullable(),
  members: z.array(z.object({ agent: ref, capacity: z.number().int() })),
  /** Raised by every change of the team, also of who belongs to it. */
  version: z.int(),
});
export type Team = z.infer<typeof team>;
export const teamPage = page(team);

const memberInput = z.strictObject({
  agent: id,
  capacity: z.number().int().min(1).max(10_000).default(20),
});
/** Without `above`: the default is the team that stands next higher, if there is just one. */
export const newTeam = z.strictObject({
  name: line(100),
  level: z.number().int().min(1),
  lead: id,
  cover: id.nullable().default(null),
  above: id.nullable().optional(),
  members: z.array(memberInput).max(1000).default([]),
});
/**
 * With another `level` and without `above`: the only team of the level above that one. A team with
 * which cases stand, open or closed, or by whose clock a case still runs, keeps its level.
 */
export const teamChange = z
  .strictObject({
    name: line(100),
    level: z.number().int().min(1),
    lead: id,
    cover: id.nullable(),
    above: id.nullable(),
    members: z.array(memberInput).max(1000),
  })
  .partial();

/** Under which name, address, colour, language and zone the company speaks. */
export const brand = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  language,
  zone: z.string(),
  colour: z.string(),
  /** What stands below each mail, by language; where there is none, that in the brand's language. */
  footers: z.partialRecord(language, z.string()),
  /** The picture above each mail: `GET /api/mail/brands/{id}/logo`. */
  logo: z.object({ type: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
});
export type Brand = z.infer<typeof brand>;
export const brandPage = page(brand);

const colour = z.string().regex(/^#[0-9a-f]{6}$/, { message: formFaults.not_a_colour });
const footers = z.partialRecord(language, z.string().trim().max(2000));
export const newBrand = z.strictObject({
  name: line(100),
  address: mailAddress.nullable().default(null),
  language: language.default('en'),
  zone: zone.default('UTC'),
  colour: colour.default('#0d6b5e'),
  footers: footers.default({}),
});
export const brandChange = z
  .strictObject({
    name: line(100),
    address: mailAddress.nullable(),
    language,
    zone,
    colour,
    footers,
  })
  .partial();

/** `PUT /api/mail/brands/{id}/logo`: a file that was uploaded before. */
export const brandLogo = z.strictObject({ file: id });

/** `GET /api/mail/brands/{id}/preview`: what is left out is as it stands. */
export const brandPreviewQuery = z.strictObject({
  language: language.default('en'),
  name: line(100).optional(),
  colour: colour.optional(),
  footer: z.string().max(2000).optional(),
  signature: z.string().max(500).optional(),
});

/** The defaults of the house: `GET /api/company`, `PATCH /api/company`. */
export const company = z.object({
  head: ref,
  defaultTeam: ref,
  defaultBrand: ref,
  zone: z.string(),
  firstReply: duration,
  confirmWithin: duration,
  /** After so long the customer of a solved case is asked once more. */
  remindAfter: duration,
  /** How long a helper has where nobody says by when. */
  taskWithin: duration,
});
export type Company = z.infer<typeof company>;
export const companyChange = z
  .strictObject({
    head: id,
    defaultTeam: id,
    defaultBrand: id,
    zone,
    firstReply: duration,
    confirmWithin: duration,
    remindAfter: duration,
    taskWithin: duration,
  })
  .partial();

/** The kind of problem: a tree. */
export const topic = z.object({
  id,
  name: z.string(),
  parent: id.nullable(),
  /** Its own; null takes that of the topic above it. */
  team: ref.nullable(),
  urgency: urgency.nullable(),
  responsible: ref.nullable(),
  active: z.boolean(),
  /** What holds for its cases: its own, or that of the nearest topic above it that has one. */
  effective: z.object({ team: ref.nullable(), urgency, responsible: ref.nullable() }),
});
export type Topic = z.infer<typeof topic>;
export const topicPage = page(topic);
export const newTopic = z.strictObject({
  name: line(100),
  parent: id.nullable().default(null),
  team: id.nullable().default(null),
  urgency: urgency.nullable().default(null),
  responsible: id.nullable().default(null),
});
export const topicChange = z
  .strictObject({
    name: line(100),
    parent: id.nullable(),
    team: id.nullable(),
    urgency: urgency.nullable(),
    responsible: id.nullable(),
    active: z.boolean(),
  })
  .partial();
