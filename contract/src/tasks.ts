import { z } from 'zod';
import { fromDraft, id, instant, page, pageQuery, ref, text, writing } from './common.ts';

export const taskKinds = ['task', 'advice', 'check_up'] as const;
export const taskStates = ['asked', 'done', 'refused', 'withdrawn'] as const;

/** Something that an agent was asked to do on a case; never a second owner. */
export const task = z.object({
  id,
  case: z.object({ id, number: z.number().int(), subject: z.string() }),
  /** In words of whoever asks; advice from the help chain; the first taker's check-up. */
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  agent: ref,
  /** Who asked in person; null when Baton itself or a program did. */
  asker: ref.nullable(),
  what: z.string().nullable(),
  askedAt: instant,
  dueAt: instant,
  endedAt: instant.nullable(),
  /** What was said when it was done or refused; it stands as a note on the case, too. */
  answer: z.string().nullable(),
});
export type Task = z.infer<typeof task>;
export const taskPage = page(task);

/** `GET /api/tasks`: what you were asked to do; the open ones soonest first. */
export const taskQuery = pageQuery.extend({ state: z.enum(['asked', 'ended']).default('asked') });

const what = text(10_000);

/** `POST /api/cases/{id}/tasks`; without `due` after the company's usual time for tasks. */
export const newTask = z.strictObject({
  agent: id,
  what,
  due: instant.optional(),
  draft: fromDraft,
});

/** `POST /api/cases/{id}/help`: the next adviser of the topic is asked. */
export const newHelp = z.strictObject({ what: what.optional(), due: instant.optional() });

/** `POST /api/tasks/{id}/completion` */
export const taskCompletion = z.strictObject({ answer: writing.optional() });

/** `POST /api/tasks/{id}/refusal` */
export const taskRefusal = z.strictObject({ reason: writing });

/** `POST /api/tasks/{id}/withdrawal` */
export const taskWithdrawal = z.strictObject({});

/** The help chain of a topic, in the order of asking: its own, or that of a topic above it. */
export const helpChain = z.object({
  /** Whose chain it is; null where neither the topic nor any above it has one. */
  topic: id.nullable(),
  items: z.array(ref),
  next: z.null(),
});
export type HelpChain = z.infer<typeof helpChain>;

/** `PUT /api/topics/{id}/advisers`; without any the topic has that of the topic above it. */
export const newHelpChain = z.strictObject({ agents: z.array(id).max(50) });
