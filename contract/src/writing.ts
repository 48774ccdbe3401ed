import { z } from 'zod';
import { id, instant, language, line, ref, text } from './common.ts';

/** A reply to begin with: text with blanks, for whom it fits, and how often it was used lately. */
export const template = z.object({
  id,
  name: z.string(),
  text: z.string(),
  language,
  /** Offered for cases of this team, topic (and those below) and brand only; null: for all. */
  team: ref.nullable(),
  topic: ref.nullable(),
  brand: ref.nullable(),
  /** Which one of the library it came from. */
  starter: z.string().nullable(),
  /** Messages that began with it in the last 90 days, and those that went with no word of one's own. */
  used: z.number().int(),
  unchanged: z.number().int(),
  changedAt: instant,
  version: z.number().int(),
});
export type Template = z.infer<typeof template>;
/** All of them, the most used first; there is one page. */
export const templates = z.object({ items: z.array(template), next: z.null() });

const templateFields = {
  name: line(100),
  text: text(20_000),
  language,
  team: id.nullable(),
  topic: id.nullable(),
  brand: id.nullable(),
};
export const newTemplate = z.strictObject({
  ...templateFields,
  team: templateFields.team.default(null),
  topic: templateFields.topic.default(null),
  brand: templateFields.brand.default(null),
});
export const templateChange = z.strictObject(templateFields).partial();

/** `POST /api/templates/starters`: adds the library in these languages, as far as it is not there. */
export const templateStarters = z.strictObject({ languages: z.array(language).min(1).max(6) });
export const addedStarters = z.object({ added: z.number().int() });

/** What can be pointed out in a reply before it goes; it can always be sent all the same. */
export const hintCodes = [
  'apology_without_next_step',
  'soon_without_date',
  'cannot',
  'policy_refusal',
  'no_name',
  'number_as_greeting',
  'card_number',
  'bank_number',
  'anger_answered',
  'unchanged_template',
] as const;
export const hintCode = z.enum(hintCodes);
export type HintCode = z.infer<typeof hintCode>;

/** How a message came about; for templates that are good, and hints that help. */
export const writtenHow = {
  /** The template with which it began. */
  template: id.nullable().default(null),
  /** What was pointed out, and sent all the same. */
  hints: z.array(hintCode).max(hintCodes.length).default([]),
};
