import { z } from 'zod';
import { id, instant } from './common.ts';

/** How a customer seemed to whoever spoke with them. */
export const moods = ['pleased', 'calm', 'worried', 'upset', 'angry'] as const;
export type Mood = (typeof moods)[number];
export const customerMood = z.object({
  id,
  mood: z.enum(moods),
  at: instant,
  by: z.object({ kind: z.enum(['agent', 'key']), id, name: z.string().nullable() }),
  /** At which case; null: at none. */
  case: z.object({ id, number: z.number().int() }).nullable(),
});
export type CustomerMood = z.infer<typeof customerMood>;
/** The last fifty, the latest first. */
export const customerMoods = z.object({ items: z.array(customerMood), next: z.null() });
/** `POST /api/customers/{id}/moods` */
export const newMood = z.strictObject({
  mood: z.enum(moods),
  case: id.nullable().default(null),
});

/** What went badly for a customer with us, and can be told from their cases. */
export const setbackKinds = [
  'reopened',
  'lapsed',
  'first_reply_missed',
  'deadline_missed',
  'asked_again',
] as const;
/** `GET /api/customers/{id}/setbacks`: by case, those of the last two years, the latest first. */
export const customerSetbacks = z.object({
  items: z.array(
    z.object({
      case: z.object({ id, number: z.number().int(), subject: z.string() }),
      /** When the last of it was. */
      at: instant,
      what: z.array(z.object({ kind: z.enum(setbackKinds), count: z.number().int() })),
    }),
  ),
  next: z.null(),
});
export type CustomerSetbacks = z.infer<typeof customerSetbacks>;
