import { z } from 'zod';
import { duration, id, instant, language, line, ref, writing } from './common.ts';
import { moods } from './customer-history.ts';
import { urgency } from './people.ts';
import { formFaults } from './faults.ts';

/** What is pressed during a call. */
export const callMarkKinds = ['dialled', 'held', 'resumed', 'reached', 'ended'] as const;
export const callMarkKind = z.enum(callMarkKinds);
export type CallMarkKind = z.infer<typeof callMarkKind>;

export const callDirections = ['in', 'out'] as const;

/** Somebody spoken with. */
export const spokenWith = z.object({
  name: z.string(),
  /** Letter by letter, or however it was said. */
  spelling: z.string().nullable(),
  role: z.string().nullable(),
});
export type SpokenWith = z.infer<typeof spokenWith>;

/** A call: its times as they were pressed, with whom, what was agreed. */
export const call = z.object({
  id,
  case: z.object({ id, number: z.number().int() }).nullable(),
  agent: ref,
  direction: z.enum(callDirections),
  number: z.string().nullable(),
  /** Others are called about a case, too; only with the customer it is a word to them. */
  withCustomer: z.boolean(),
  /** In their order. `pressedAt` differs from `at` where the time was put right afterwards. */
  marks: z.array(z.object({ kind: callMarkKind, at: instant, pressedAt: instant })),
  beganAt: instant,
  endedAt: instant.nullable(),
  reachedAt: instant.nullable(),
  /** Until somebody took it up. The three lengths make up the whole. */
  wait: duration,
  /** On hold, all times together. */
  held: duration,
  spoken: duration,
  people: z.array(spokenWith),
  agreed: z.string(),
  note: z.string(),
  /** Whether its agent said that nothing is to be added. */
  done: z.boolean(),
  /** The message by which it stands in the conversation. */
  message: id.nullable(),
  /** What was put right after that, the latest first. */
  corrections: z.array(z.object({ at: instant, by: ref.nullable(), what: z.string() })),
});
export type Call = z.infer<typeof call>;
/** All calls of a case, oldest first; there are never so many that they would come in pages. */
export const calls = z.object({ items: z.array(call), next: z.null() });
/** The call that you are on, or the last one to which something may still be added. */
export const currentCall = z.object({ call: call.nullable() });

const phone = line(40);

/** `POST /api/calls`: begins at the press. */
export const newCall = z.strictObject({
  case: id.optional(),
  direction: z.enum(callDirections),
  number: phone.nullable().default(null),
  withCustomer: z.boolean().default(true),
});

/** `POST /api/calls/{id}/marks` */
export const newCallMark = z.strictObject({ kind: callMarkKind.exclude(['dialled']) });

const typed = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\u0000'), { message: formFaults.null_characters });

/** `PATCH /api/calls/{id}` */
export const callChange = z
  .strictObject({
    case: id,
    direction: z.enum(callDirections),
    number: phone.nullable(),
    withCustomer: z.boolean(),
    people: z
      .array(
        z.strictObject({
          name: typed(200),
          spelling: typed(200).nullable().default(null),
          role: typed(200).nullable().default(null),
        }),
      )
      .max(50),
    agreed: typed(20_000),
    note: typed(20_000),
    /** The times in the order in which they were pressed, each as it should have been. */
    times: z.array(instant).max(500),
    /** Nothing is to be added. */
    done: z.literal(true),
  })
  .partial();
export type CallChange = z.infer<typeof callChange>;

export const intakeWays = ['call', 'visit'] as const;
export const intakeStages = ['before', 'during', 'after'] as const;
export const intakePurposes = ['problem', 'improvement', 'opinion'] as const;
export const businessEffects = ['none', 'slowed', 'stopped'] as const;

/** What is taken down while a customer speaks; everything may be missing until it is said. */
const said = {
  /** A customer who is known. */
  customer: id.nullable(),
  name: typed(200),
  spelling: typed(200),
  /** How they wish to be addressed. */
  formOfAddress: typed(200),
  email: typed(254),
  phone: typed(40),
  language: language.nullable(),
  topic: id.nullable(),
  /** What happened, in their words. */
  wish: typed(20_000),
  /** The result that they would like. */
  result: typed(5_000),
  tried: z.array(typed(1_000)).max(50),
  effect: z.enum(businessEffects).nullable(),
  effectHow: typed(2_000),
  deadline: instant.nullable(),
  stage: z.enum(intakeStages).nullable(),
  purpose: z.enum(intakePurposes).nullable(),
  /** How they seem; it is kept with the customer when the intake ends. */
  mood: z.enum(moods).nullable(),
  /** What they show or bring along: uploaded files, which go with the first message. */
  files: z.array(id).max(20),
  subject: typed(500),
  /** What is read back; empty: as it is put together of the rest. */
  summary: typed(20_000),
} as const;

/** `PATCH /api/intakes/{id}`: what changed since the last time, as it is typed. */
export const intakeChange = z.strictObject(said).partial();
export type IntakeChange = z.infer<typeof intakeChange>;
export const intakeSaid = z.object(said);
export type IntakeSaid = z.infer<typeof intakeSaid>;

/** Before anything was said. */
export const nothingSaid: IntakeSaid = {
  customer: null,
  name: '',
  spelling: '',
  formOfAddress: '',
  email: '',
  phone: '',
  language: null,
  topic: null,
  wish: '',
  result: '',
  tried: [],
  effect: null,
  effectHow: '',
  deadline: null,
  stage: null,
  purpose: null,
  mood: null,
  files: [],
  subject: '',
  summary: '',
};

export const answerReasons = ['known_answer', 'done_at_once', 'cannot_wait'] as const;

/** A call or a walk-in that is being taken down, or was. */
export const intake = z.object({
  id,
  way: z.enum(intakeWays),
  agent: ref,
  said: intakeSaid,
  /** Put together of what was said, in the customer's language. */
  readBack: z.string(),
  /** The case, as soon as there is a name and a sentence. */
  case: z
    .object({
      id,
      number: z.number().int(),
      status: z.string(),
      /** Who holds it when the intake has ended. */
      holder: z.object({ name: z.string(), team: z.string(), you: z.boolean() }).nullable(),
      due: instant.nullable(),
      /** By what time of a level, for explaining it. */
      holdingTime: duration,
      urgency,
    })
    .nullable(),
  /** The files of what was said, by name; sizes in bytes. */
  files: z.array(z.object({ id, name: z.string(), size: z.number().int() })),
  call: id.nullable(),
  beganAt: instant,
  endedAt: instant.nullable(),
  assured: z.object({ by: z.enum(['spoken', 'sent']), at: instant }).nullable(),
  answeredBecause: z.enum(answerReasons).nullable(),
  /** Whether mail can reach the customer; else a receipt is to be printed. */
  hasMail: z.boolean(),
});
export type Intake = z.infer<typeof intake>;
/** The intake that you have begun and not ended. */
export const openIntake = z.object({ intake: intake.nullable() });
/** How a case was taken down; null where nobody spoke. */
export const caseIntake = z.object({ intake: intake.nullable() });

/**
 * `POST /api/intakes`; for a call its times begin at once, as a call that came in. Of `customer` what
 * is known is taken down; `phone` is the number from which they call.
 */
export const newIntake = z.strictObject({
  way: z.enum(intakeWays),
  customer: id.optional(),
  phone: phone.optional(),
});

/** `POST /api/intakes/{id}/assurance`: the customer knows that it is our problem now. */
export const newAssurance = z.strictObject({ by: z.enum(['spoken', 'sent']) });

/** `POST /api/intakes/{id}/ending` */
export const intakeEnding = z.strictObject({});

/** `POST /api/intakes/{id}/answer`: solved at once, and why that is better for this customer. */
export const intakeAnswer = z.strictObject({ because: z.enum(answerReasons), text: writing });

/** `POST /api/intakes/{id}/printed-receipt`: what a customer without mail takes along. */
export const printedReceipt = z.object({
  number: z.number().int(),
  language,
  brand: z.string(),
  /** The receipt in the customer's language, as a mail would say it. */
  text: z.string(),
  /** The page of the case, for its customer. */
  link: z.string(),
});
export type PrintedReceipt = z.infer<typeof printedReceipt>;

export const intakeShareQuery = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
});
/** `GET /api/intakes/share`: of how many intakes how many were answered at once, and why. */
export const intakeShare = z.object({
  ended: z.number().int(),
  answered: z.number().int(),
  because: z.array(z.object({ reason: z.enum(answerReasons), count: z.number().int() })),
});
