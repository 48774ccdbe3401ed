import { z } from 'zod';
import { formattedWriting, id, instant, page, pageQuery, ref } from './common.ts';
import { file } from './messages.ts';

export const draftKinds = ['reply', 'solution', 'note', 'up', 'across', 'down', 'ask'] as const;
export const draftKind = z.enum(draftKinds);
export type DraftKind = z.infer<typeof draftKind>;

/** What you are writing on a case and have not sent; nobody else reads it. */
export const draft = z.object({
  id,
  case: z.object({
    id,
    number: z.number().int(),
    /** What it is about and whose it is; null where you may no longer see the case. */
    subject: z.string().nullable(),
    customer: ref.nullable(),
  }),
  kind: draftKind,
  text: z.string(),
  /** The same with its formatting, where it has one. */
  html: z.string().nullable(),
  /** What goes along; pictures within the text are not among them. */
  files: z.array(file),
  /** The template with which it began. */
  template: id.nullable(),
  /** As whoever wrote it last said it; null where they said none. */
  mark: z.string().nullable(),
  version: z.number().int(),
  updatedAt: instant,
});
export type Draft = z.infer<typeof draft>;
export const draftPage = page(draft);

/** `GET /api/drafts`: your own, the latest first; those of one case with `case`. */
export const draftQuery = pageQuery.extend({ case: id.optional() });

/**
 * `PUT /api/cases/{id}/drafts/{kind}`. With `If-Match` it is kept only where nobody wrote on a newer
 * version of it; `"0"` says that none was there.
 */
export const newDraft = z.strictObject({
  text: z.string().max(200_000),
  html: formattedWriting.optional(),
  files: z.array(id).max(50).default([]),
  template: id.nullable().default(null),
  /** A word of your own, another with each change: where an answer was lost, you know by it what was kept. */
  mark: z.string().max(64).optional(),
});

/** `POST /api/drafts/{id}/restoration`: a draft that was discarded within a day is there again. */
export const newDraftRestoration = z.strictObject({});
