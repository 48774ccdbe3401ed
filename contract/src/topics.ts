import { z } from 'zod';
import { id, instant, language, line, ref, text } from './common.ts';

/** Texts of the company's own, per language; shown in English or the first where one is missing. */
export const labels = z
  .partialRecord(language, line(200))
  .refine((value) => Object.keys(value).length > 0, { message: 'must be given in a language' });
export type Labels = z.infer<typeof labels>;

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
    .array(z.strictObject({ question: id, value: factValue.nullable() }))
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
    }),
  ),
  /** Questions that must be answered and are not. */
  missing: z.array(id),
  complete: z.boolean(),
});
export type CaseFacts = z.infer<typeof caseFacts>;
