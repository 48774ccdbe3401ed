import { z } from 'zod';
import { formFaults } from './faults.ts';

/** A UUID (version 7, made by Baton). No id is a secret. */
export const id = z.uuid();

/** An instant, ISO 8601 in UTC, for example `2026-03-04T10:24:00.000Z`. */
export const instant = z.iso.datetime({ offset: true });

/** A length of time, ISO 8601 without years and months, for example `PT20H`. */
export const duration = z
  .string()
  .regex(/^P(?!$)(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?)?)$/, {
    message: formFaults.not_a_duration,
  });

/** The languages in which Baton speaks (ISO 639-1). */
export const languages = ['en', 'ro', 'hu', 'zh', 'ru', 'da'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

/** A time zone by its IANA name, for example `Europe/Bucharest`. */
export const zone = z.string().min(1).max(64).refine(isZone, {
  message: formFaults.not_a_zone,
});

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** A mail address as people write it; compared without regard to case. */
export const mailAddress = z.email().max(254);

/** One line of text that says something: trimmed, not empty, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { message: formFaults.empty })
    .max(max)
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, { message: formFaults.not_one_line });

/** Text of any number of lines that says something. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.trim() !== '', { message: formFaults.empty })
    .refine((value) => !value.includes('\u0000'), { message: formFaults.null_characters });

/** Written by a person: a reply, a note, a solution (up to 200,000 characters). */
export const writing = text(200_000);

/**
 * HTML that somebody wrote. Paragraphs, line breaks, bold, italic, underlined, struck through, lists,
 * quotes, code, links (http, https, mailto, tel) and pictures of files (`<img data-file="…">`) are
 * kept; everything else is left out.
 */
export const formattedWriting = z
  .string()
  .max(400_000)
  .refine((value) => !value.includes('\u0000'), { message: formFaults.null_characters });

/** The version of your draft from which something was written; that draft is gone with it. */
export const fromDraft = z.number().int().optional();

/** Who or what, by id and name. */
export const ref = z.object({ id, name: z.string() });

/** Query of a list: how many, and where the page before ended. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** A page of a list; `next` is the cursor of the following page, null on the last. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/**
 * The header in which a page of the desk says whose it is, by the agent's id: where another agent has
 * signed in since, nothing is done (`another_agent`). Keys need none.
 */
export const agentHeader = 'baton-agent';

/** Every code with which Baton refuses, and the HTTP status it comes with. Codes never change. */
export const problemStatuses = {
  invalid_request: 400,
  invalid_json: 400,
  not_signed_in: 401,
  forbidden: 403,
  second_factor_needed: 403,
  another_agent: 403,
  step_up_needed: 403,
  wrong_proof: 403,
  provider_required: 403,
  not_owner: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  wrong_status: 409,
  wrong_level: 409,
  at_the_top: 409,
  already_exists: 409,
  still_in_use: 409,
  open_tasks: 409,
  last_active_agent: 409,
  last_second_factor: 409,
  agent_absent: 409,
  in_flight: 409,
  stale_version: 412,
  too_large: 413,
  unsupported_media_type: 415,
  wrong_host: 421,
  idempotency_mismatch: 422,
  no_one_to_hold_it: 422,
  nobody_to_write_to: 422,
  too_late: 409,
  waiting_limit: 422,
  nobody_to_ask: 422,
  unknown_reference: 422,
  unfilled_blank: 422,
  weak_password: 422,
  too_many_requests: 429,
  internal: 500,
  busy: 503,
  storage_full: 507,
} as const;
export type ProblemCode = keyof typeof problemStatuses;

/**
 * What is wrong with one field: a stable code with what it needs to be said in any language, and the
 * same in English. Codes may be added; whoever does not know one says the message.
 */
const fieldRefusal = z.object({
  path: z.string(),
  message: z.string(),
  code: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldRefusal = z.infer<typeof fieldRefusal>;

/** A refusal or failure: RFC 9457, with a stable `code` and, for bad input, the fields at fault. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(fieldRefusal).optional(),
});
export type ProblemBody = z.infer<typeof problem>;

/** `GET /api/health` */
export const health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.enum(['ok', 'unreachable']),
  /** `stopped` after the alarm of a clock that was set: no case goes up by itself. */
  clocks: z.enum(['running', 'stopped']),
  mailIn: z.enum(['listening', 'off']),
  /** Every brand has a relay, its own or the default one; only some have; none has: mail is held. */
  mailOut: z.enum(['relay', 'some', 'held']),
});
export type Health = z.infer<typeof health>;
