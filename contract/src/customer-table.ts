import { z } from 'zod';
import { id, text } from './common.ts';
import { customerChangeLine } from './customers.ts';

/** The columns of a table of customers, as it goes out and as it comes in, there in any order. */
export const customerColumns = [
  ...(['id', 'name', 'spelling', 'form_of_address', 'preferred_way', 'style'] as const),
  ...(['language', 'zone', 'organisation', 'tier', 'value_amount', 'value_currency'] as const),
  ...(['value_per', 'value_source', 'value_on', 'mail', 'phone', 'handle'] as const),
];
export type CustomerColumn = (typeof customerColumns)[number];

/** `POST /api/customers/imports`: a table as `GET /api/customers.csv` gives it. */
export const newCustomerImport = z.strictObject({
  csv: text(900_000),
  /** Only says what would come of it. */
  dryRun: z.boolean(),
});
/** What a row of a table came to; nothing changed of a customer who was `same` already. */
export const importOutcomes = ['made', 'changed', 'same'] as const;
export const customerImport = z.object({
  dryRun: z.boolean(),
  made: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Each row that was kept, or would be: who it speaks of, and what changes of them. */
  rows: z.array(
    z.object({
      /** The heading is row 1; rows that hold nothing are not counted. */
      row: z.number().int(),
      /** On which line of the file it begins, 1 is the first. */
      line: z.number().int(),
      outcome: z.enum(importOutcomes),
      name: z.string(),
      /** Null for whoever is not written down yet. */
      customer: id.nullable(),
      changes: customerChangeLine.shape.changes,
    }),
  ),
  /** Rows that were left out, why, and by which column where one is to blame. */
  refused: z.array(
    z.object({
      row: z.number().int(),
      line: z.number().int(),
      column: z.string().nullable(),
      code: z.string(),
      path: z.string(),
      message: z.string(),
    }),
  ),
});
export type CustomerImport = z.infer<typeof customerImport>;
