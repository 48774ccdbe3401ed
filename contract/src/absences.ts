import { z } from 'zod';
import { id, instant, page, ref } from './common.ts';

/** Why somebody is away: a code, nothing more; nothing medical is asked or stored. */
export const absenceReasons = ['holiday', 'sick', 'course', 'other'] as const;
export const absenceReason = z.enum(absenceReasons);
export type AbsenceReason = z.infer<typeof absenceReason>;

export const absenceStates = ['planned', 'running', 'ended', 'cancelled'] as const;
export const absenceState = z.enum(absenceStates);

/** When an agent is away, and who covers. */
export const absence = z.object({
  id,
  agent: ref,
  from: instant,
  /** Null: until the agent says that they are back. */
  until: instant.nullable(),
  /** Null for whoever may not change the absence: why somebody is away is not everybody's. */
  reason: absenceReason.nullable(),
  cover: ref.nullable(),
  state: absenceState,
  /** When the agent's cases were handed over; null where the absence is too short for that. */
  handedOverAt: instant.nullable(),
  endedAt: instant.nullable(),
  version: z.number().int(),
});
export type Absence = z.infer<typeof absence>;
export const absencePage = page(absence);

/** Without `agent`: one's own. Without `from`: now. Without `until`: open. */
export const newAbsence = z.strictObject({
  agent: id.optional(),
  from: instant.optional(),
  until: instant.nullable().default(null),
  reason: absenceReason,
  cover: id.nullable().default(null),
});

/** Of an absence that runs only `until`, `reason` and `cover`. */
export const absenceChange = z
  .strictObject({
    from: instant,
    until: instant.nullable(),
    reason: absenceReason,
    cover: id.nullable(),
  })
  .partial();

/** Absences by their beginning: those that run or are planned, with `past` all. */
export const absenceQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  agent: id.optional(),
  team: id.optional(),
  /** Only what falls into this stretch of time. */
  from: instant.optional(),
  until: instant.optional(),
  past: z.stringbool().default(false),
});

/** What an absence would do: `GET /api/agents/{id}/absence-outlook`. */
export const outlookQuery = z.strictObject({
  from: instant.optional(),
  until: instant.optional(),
  cover: id.optional(),
});
export const absenceOutlook = z.object({
  /** Whether it is a working day or more, so that cases move when it begins. */
  moves: z.boolean(),
  /** Open and waiting cases in the agent's hands now. */
  cases: z.number().int(),
  /** How many of them would go to the cover; the others go to the teams. */
  toCover: z.number().int(),
  /** How many would stay, because nobody else is there. */
  stay: z.number().int(),
});
export type AbsenceOutlook = z.infer<typeof absenceOutlook>;

/** A case that an absence moved, and that can go back with one press. */
export const offer = z.object({
  case: z.object({ id, number: z.number().int(), subject: z.string(), due: instant.nullable() }),
  /** Who held it before and is back. */
  before: ref,
  /** Who holds it now. */
  holder: ref,
  movedAt: instant,
});
export type Offer = z.infer<typeof offer>;
export const offerList = z.object({ items: z.array(offer), next: z.null() });

/** `POST /api/cases/{id}/taking-back`; without `agent`: to whoever asks. */
export const takingBack = z.strictObject({ agent: id.optional() });

/** How much is in the hands of each agent of a team: `GET /api/teams/{id}/load`. */
export const memberLoad = z.object({
  agent: ref,
  present: z.boolean(),
  absentUntil: instant.nullable(),
  /** Open cases of this team that the agent can hold. */
  capacity: z.number().int(),
  openInTeam: z.number().int(),
  /** Of all teams together. */
  open: z.number().int(),
  waiting: z.number().int(),
  /** Open cases that go up by the end of the agent's day, and those solved since its beginning. */
  dueToday: z.number().int(),
  solvedToday: z.number().int(),
  full: z.boolean(),
});
export type MemberLoad = z.infer<typeof memberLoad>;
export const teamLoad = z.object({
  team: ref,
  /** Everybody who is present is full, or nobody is present. */
  full: z.boolean(),
  members: z.array(memberLoad),
});
export type TeamLoad = z.infer<typeof teamLoad>;
