import { z } from 'zod';
import { clockItem } from './clock.ts';
import { duration, id, instant, page, ref } from './common.ts';

/** One open case in somebody's hands, as far as its time goes. */
const ringOfCase = z.object({
  id,
  number: z.number().int(),
  clock: clockItem.pick({ due: true, holdingTime: true, remaining: true }),
});

/** What an agent holds of one team. */
const handsOfAgent = z.object({
  agent: ref,
  /** How many open cases of the team the agent can hold; null for who is not of the team. */
  capacity: z.number().int().nullable(),
  open: z.number().int(),
  /** Those that go up within the hour, and the instant at which the first does. */
  dueSoon: z.number().int(),
  nextDue: instant.nullable(),
  /** Those that went up by themselves from these hands in the last day. */
  lapsed: z.number().int(),
  /** In no recorded absence. */
  present: z.boolean(),
  absentUntil: instant.nullable(),
  /** Whether it is their working time; if not, when it next is (null: nobody knows). */
  onShift: z.boolean(),
  shiftStartsAt: instant.nullable(),
  full: z.boolean(),
  /** The first of them, soonest due first. */
  rings: z.array(ringOfCase),
});
export type HandsOfAgent = z.infer<typeof handsOfAgent>;

const teamInPyramid = z.object({
  id,
  name: z.string(),
  lead: ref,
  /** Whether you may see its cases; if not, only their number is told. */
  seen: z.boolean(),
  open: z.number().int(),
  dueSoon: z.number().int(),
  nextDue: instant.nullable(),
  /** How many more cases those who are present can hold. */
  room: z.number().int(),
  hands: z.array(handsOfAgent),
});
export type TeamInPyramid = z.infer<typeof teamInPyramid>;

const levelInPyramid = z.object({
  id: z.number().int(),
  name: z.string(),
  holdingTime: duration,
  open: z.number().int(),
  dueSoon: z.number().int(),
  nextDue: instant.nullable(),
  room: z.number().int(),
  lapsed: z.number().int(),
  teams: z.array(teamInPyramid),
});
export type LevelInPyramid = z.infer<typeof levelInPyramid>;

/** What is in whose hands, from the front line to the top: `GET /api/pyramid`. */
export const pyramid = z.object({
  at: instant,
  open: z.number().int(),
  /** In how many pairs of hands. */
  hands: z.number().int(),
  dueSoon: z.number().int(),
  /** Went up by themselves in the last day. */
  lapsed: z.number().int(),
  /** When a clock last ran out at the top, where nobody is left to pass on to. */
  lastAtTop: instant.nullable(),
  levels: z.array(levelInPyramid),
});
export type Pyramid = z.infer<typeof pyramid>;

/** A clock that ran out at the top, and who answers for it. */
export const accountabilityEntry = z.object({
  case: z.object({ id, number: z.number().int(), subject: z.string() }),
  level: z.number().int(),
  /** Who held it, and who decides. */
  owner: ref,
  answerable: ref,
  lapsedAt: instant,
});
export type AccountabilityEntry = z.infer<typeof accountabilityEntry>;
/** `GET /api/accountability`, the latest first. */
export const accountabilityPage = page(accountabilityEntry);
