import { z } from 'zod';
import { id, instant, language, page, ref } from './common.ts';
import { outboundState } from './outbound-state.ts';
import { hintCode } from './writing.ts';

/** `GET /api/files/{id}/content`: a picture is shown with `show`, everything else is downloaded. */
export const fileContentQuery = z.strictObject({ show: z.enum(['true', 'false']).optional() });

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
  state: outboundState,
  reason: z.string().nullable(),
  at: instant,
});

/** The message as it was written with pictures and forms, at `/api/messages/{id}/letter`. */
export const letter = z.object({
  /** It was made safe to be shown; until then there is the text. */
  ready: z.boolean(),
  /** It shows nothing that the text does not. */
  plain: z.boolean(),
  /** About how high it is in a column of 640 pixels, in pixels. */
  height: z.number().int(),
  /** There is more of it in the original. */
  cut: z.boolean(),
  /** Pictures from elsewhere: not loaded, being loaded, and not to be had. */
  pictures: z.object({
    unasked: z.number().int(),
    loading: z.number().int(),
    failed: z.number().int(),
  }),
});
export type Letter = z.infer<typeof letter>;

/** How a letter is shown: on white or dark paper, with the words around it in a language. */
export const letterQuery = z.strictObject({
  look: z.enum(['light', 'dark']).default('light'),
  language: language.default('en'),
});

/** `POST /api/messages/{id}/pictures`: has the pictures from elsewhere loaded. */
export const loadPictures = z.strictObject({});

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
  /** The same with its formatting, safe to show; null where it was written without. */
  html: z.string().nullable(),
  quoted: z.string().nullable(),
  /** How the writer signs; like what is quoted, no part of `text`. */
  signature: z.string().nullable(),
  language: z.string().nullable(),
  automatic: z.boolean(),
  files: z.array(file),
  /** Its HTML, where it came with one. */
  letter: letter.nullable(),
  /** The fate of an outgoing message; null until it was handed to the mail, and for all others. */
  delivery: delivery.nullable(),
  inbound: id.nullable(),
  /** The case from which it was split off, or to which it had been added by a merge. */
  copiedFrom: z.object({ id, number: z.number().int() }).nullable(),
  /** The case to which it was split off, or returned. */
  copiedTo: z.object({ id, number: z.number().int() }).nullable(),
  /** Until then whoever wrote it can take it back, and it does not leave. */
  notBefore: instant.nullable(),
  /** When it was taken back; it never left. */
  withdrawnAt: instant.nullable(),
  /**
   * How one to a customer was written: the template with which it began, whether it went without a
   * word of one's own, and what was pointed out and sent all the same; null where there is nothing to
   * say.
   */
  written: z
    .object({
      template: ref.nullable(),
      unchanged: z.boolean().nullable(),
      hints: z.array(hintCode),
    })
    .nullable(),
  /** Of an unknown sender: whether the owner has let them take part. */
  stranger: z.enum(['unknown', 'admitted', 'turned_away']).nullable(),
});
export type Message = z.infer<typeof message>;
export const messagePage = page(message);

/** Every kind of event; others can come with a later edition. */
export const caseEventKinds = [
  'opened',
  'message_received',
  'replied',
  'withdrawn',
  'noted',
  'customer_told',
  'delivery_failed',
  'complained',
  'first_reply_met',
  'first_reply_missed',
  'waiting_began',
  'resumed',
  'handed_over',
  'taken',
  'untaken',
  'ping_pong',
  'owner_absent',
  'lapsed',
  'accountability_opened',
  'warned',
  'solved',
  'reminded',
  'closed',
  'task_asked',
  'task_done',
  'task_refused',
  'task_withdrawn',
  'task_overdue',
  'reopened',
  'thanked',
  'set_aside',
  'put_back',
  'merged',
  'absorbed',
  'unmerged',
  'released',
  'message_brought',
  'message_split',
  'stranger_admitted',
  'stranger_turned_away',
  'participant_added',
  'participant_left',
  'subject_set',
  'customer_set',
  'topic_set',
  'facts_set',
  'urgency_set',
  'deadline_set',
  'deadline_near',
  'deadline_missed',
  'high_stakes_set',
  'call_logged',
  'call_corrected',
  'assured',
  'taken_down',
  'answered_at_once',
  'receipt_printed',
  'follower_added',
  'follower_removed',
  'agent_told',
  'holding_time_changed',
  'calendar_changed',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

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
  /** The rule of a team by which Baton did it, and in which version. */
  rule: z.object({ id, version: z.number().int() }).nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type CaseEventShape = z.infer<typeof caseEvent>;
export const caseEventPage = page(caseEvent);
