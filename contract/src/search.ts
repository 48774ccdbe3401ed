import { z } from 'zod';
import { caseStatus } from './cases.ts';
import { id, instant, line, ref } from './common.ts';

/** A piece of a text; `hit` where it is what was looked for. Plain text, never HTML. */
export const textPiece = z.object({ text: z.string(), hit: z.boolean() });
export type TextPiece = z.infer<typeof textPiece>;

/** What narrows a search, and the words; without words: all that the rest lets through. */
const searchFields = {
  /**
   * Words, all of which must be there, in whatever form; `"these words"` as they stand, `-without`.
   * The last one may be unfinished.
   */
  q: z.string().max(500).optional(),
  owner: z.union([z.literal('me'), id]).optional(),
  team: id.optional(),
  status: caseStatus.optional(),
  topic: id.optional(),
  customer: id.optional(),
  channel: id.optional(),
  /** Opened at this instant or later. */
  from: instant.optional(),
  /** Opened before this instant. */
  to: instant.optional(),
};

/** `GET /api/search` */
export const searchQuery = z.strictObject({
  ...searchFields,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

/** A case that was found. */
export const foundCase = z.object({
  id,
  number: z.number().int(),
  subject: z.array(textPiece),
  status: caseStatus,
  level: z.number().int(),
  owner: ref.nullable(),
  team: ref,
  customer: ref,
  topic: ref.nullable(),
  openedAt: instant,
  lastMessageAt: instant,
  /** The message in which most of the words stand; the latest where none does. */
  message: z
    .object({
      at: instant,
      direction: z.enum(['in', 'out', 'internal']),
      pieces: z.array(textPiece),
    })
    .nullable(),
});
export type FoundCase = z.infer<typeof foundCase>;

/** A customer who was found, with the first address or number. */
export const foundCustomer = z.object({ id, name: z.string(), identity: z.string().nullable() });
export type FoundCustomer = z.infer<typeof foundCustomer>;

export const searchPage = z.object({
  /** Cases, the latest first; the one whose number was given before all others. */
  items: z.array(foundCase),
  next: z.string().nullable(),
  /** On the first page, five at most. */
  customers: z.array(foundCustomer),
  /** False: it took too long and was given up; with more words or filters it would not. */
  complete: z.boolean(),
});
export type SearchPage = z.infer<typeof searchPage>;

/** A search that is kept as a list. */
export const savedSearchFields = z.strictObject(searchFields);
export type SavedSearchFields = z.infer<typeof savedSearchFields>;
export const savedSearch = z.object({
  id,
  name: z.string(),
  search: savedSearchFields,
  /** The team whose members see it; null: only its owner. */
  team: ref.nullable(),
  owner: ref,
  /** Whether you may change it. */
  yours: z.boolean(),
});
export type SavedSearch = z.infer<typeof savedSearch>;
export const savedSearches = z.object({ items: z.array(savedSearch), next: z.null() });

/** `GET /api/saved-searches/counts`: how many cases each finds, 99 at most. */
export const savedSearchCount = z.object({
  id,
  /** Null: it took too long to count. */
  count: z.number().int().min(0).max(99).nullable(),
  /** Whether there are more than that. */
  more: z.boolean(),
});
export type SavedSearchCount = z.infer<typeof savedSearchCount>;
export const savedSearchCounts = z.object({ items: z.array(savedSearchCount), next: z.null() });

/** `POST /api/saved-searches`; only the lead of a team shares with it. */
export const newSavedSearch = z.strictObject({
  name: line(80),
  search: savedSearchFields,
  team: id.nullable().default(null),
});
/** `PATCH /api/saved-searches/{id}`; `place` counts from 0 among your own. */
export const savedSearchChange = z
  .strictObject({
    name: line(80),
    search: savedSearchFields,
    team: id.nullable(),
    place: z.number().int().min(0).max(10_000),
  })
  .partial();
