import { z } from 'zod';
import { id, instant, language, line, ref, text } from './common.ts';
import { formFaults } from './faults.ts';

/** Texts of the company's own, per language; shown in English or the first where one is missing. */
export const labels = z
  .partialRecord(language, line(200))
  .refine((value) => Object.keys(value).length > 0, { message: formFaults.no_language });
export type Labels = z.infer<typeof labels>;

/** The ways in which a case moves: to the next level, within its level, to a level below. */
export const directions = ['up', 'across', 'down'] as const;
export const direction = z.enum(directions);
export type HandoverDirection = z.infer<typeof direction>;

export const questionKinds = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes_no',
  'file',
] as const;
const questionKind = z.enum(questionKinds);

/** What is asked when a case of a topic is taken down. */
export const question = z.object({
  id,
  /** The topic to which it belongs; topics below ask it too. */
  topic: id,
  kind: questionKind,
  required: z.boolean(),
  labels,
  /** Of a choice; `choices` allows several. */
  choices: z.array(z.object({ id, labels })),
});
export type Question = z.infer<typeof question>;

/** `GET` and `PUT /api/topics/{id}/questions`: its own, after those of the topics above it. */
export const topicQuestions = z.object({
  inherited: z.array(question),
  own: z.array(question),
});

/** All own questions in their order; one without `id` is new, one left out is asked no longer. */
export const newQuestions = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: id.optional(),
        kind: questionKind,
        required: z.boolean().default(false),
        labels,
        choices: z
          .array(z.strictObject({ id: id.optional(), labels }))
          .max(100)
          .default([]),
      }),
    )
    .max(100),
});
export type NewQuestion = z.output<typeof newQuestions>['items'][number];

/**
 * The answer to a question: text, a number, a date (`2026-03-04`), the id of a choice, the ids of
 * several, true or false, the id of a file that a message of the case carries.
 */
export const factValue = z.union([text(10_000), z.number(), z.boolean(), z.array(id).min(1)]);
export type FactValue = z.infer<typeof factValue>;

/** `PUT /api/cases/{id}/facts`: what is not named stays; null takes an answer away. */
export const newFacts = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        question: id,
        value: factValue.nullable(),
        /** It was known of the customer, and they were asked all the same. */
        askedAgain: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(200),
});

/** What is known of a case, in the order in which it is asked, and what is still missing. */
export const caseFacts = z.object({
  items: z.array(
    z.object({
      question,
      /** Whether the topic that the case has now asks it. */
      asked: z.boolean(),
      value: factValue.nullable(),
      answeredAt: instant.nullable(),
      by: ref.nullable(),
      /** What the customer said to the same question in another case, where this has no answer. */
      known: z
        .object({
          value: factValue,
          answeredAt: instant,
          case: z.object({ id, number: z.number().int() }),
        })
        .nullable(),
    }),
  ),
  /** How often something was asked again that was known of the customer. */
  askedAgain: z.number().int(),
  /** Questions that must be answered and are not. */
  missing: z.array(id),
  complete: z.boolean(),
});
export type CaseFacts = z.infer<typeof caseFacts>;

/** What must fit for a rule to choose its topic: all that is given, and of each any one. */
export const ruleConditions = z
  .strictObject({
    channels: z.array(id).min(1).max(100),
    /** Whole addresses, or domains with their leading @. */
    recipients: z
      .array(line(254).regex(/@/, { message: formFaults.not_a_sender }))
      .min(1)
      .max(100),
    /** Whole words or phrases, whatever the case and the accents. */
    words: z.array(line(200)).min(1).max(200),
    /** Where the words are looked for; without it in both. */
    wordsIn: z.enum(['subject', 'text']),
    languages: z.array(language).min(1).max(20),
  })
  .partial();
export type RuleConditions = z.infer<typeof ruleConditions>;

const conditions = ruleConditions.refine(
  (given) => Object.keys(given).some((name) => name !== 'wordsIn'),
  { message: formFaults.none_given },
);

/** A rule that chooses the topic of a new case; of several that fit, the first does. */
export const topicRule = z.object({
  id,
  name: z.string(),
  topic: ref,
  active: z.boolean(),
  conditions: ruleConditions,
});
export type TopicRule = z.infer<typeof topicRule>;

/** All rules in their order; there are never so many that they would come in pages. */
export const topicRules = z.object({ items: z.array(topicRule), next: z.null() });

export const newTopicRule = z.strictObject({
  name: line(100),
  topic: id,
  active: z.boolean().default(true),
  conditions,
});

/** `place` moves the rule: 0 is the first to be looked at. */
export const topicRuleChange = z
  .strictObject({
    name: line(100),
    topic: id,
    active: z.boolean(),
    conditions,
    place: z.number().int().min(0),
  })
  .partial();

/** `POST /api/topic-rules/trials`: a message as it could come, to see what the rules make of it. */
export const newRuleTrial = z.strictObject({
  subject: z.string().max(500).default(''),
  text: z.string().max(200_000).default(''),
  channel: id.optional(),
  recipient: z.string().max(254).optional(),
  language: language.optional(),
});

export const ruleCheck = z.object({
  condition: z.enum(['channels', 'recipients', 'words', 'languages']),
  fits: z.boolean(),
  /** What was found of it. */
  found: z.string().nullable(),
});

export const ruleTrial = z.object({
  /** The rule that chose, and its topic; null where none fits. */
  rule: id.nullable(),
  topic: ref.nullable(),
  /** Every active rule in its order, with what fits of it and what does not. */
  rules: z.array(z.object({ id, name: z.string(), fits: z.boolean(), checks: z.array(ruleCheck) })),
});
export type RuleTrial = z.infer<typeof ruleTrial>;

/** A reason for handing over: one that Baton brings along, or one of the company's own. */
export const handOverReason = z.object({
  /** A code, or the id of one of the company's own. */
  id: z.string(),
  own: z.boolean(),
  directions: z.array(direction),
  /** Of one of the company's own; those that Baton brings along have words in the desk. */
  labels: labels.nullable(),
  active: z.boolean(),
});
export type HandOverReason = z.infer<typeof handOverReason>;
export const handOverReasons = z.object({ items: z.array(handOverReason), next: z.null() });

const someDirections = z.array(direction).min(1).max(3);
export const newHandOverReason = z.strictObject({ directions: someDirections, labels });
/** `active: false` offers it no longer; what was handed over for it keeps it. */
export const handOverReasonChange = z
  .strictObject({ directions: someDirections, labels, active: z.boolean() })
  .partial();
