import type { FactValue } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** What was said on a case, in the order in which it was recorded; without its words. */
export type Said = {
  id: string;
  seq: number;
  at: Date;
  /** By the customer in person, or by one of us to the customer. */
  by: 'customer' | 'us';
};

/** What rules look at besides the state of a case. */
export type Materials = {
  caseId: string;
  number: number;
  subject: string;
  said: Said[];
  customer: { name: string; addresses: string[]; language: string | null; earlierCases: number };
  answers: { question: string; value: FactValue; at: Date }[];
};

type Stored = Omit<Materials, 'said' | 'answers'> & {
  said: (Omit<Said, 'at'> & { at: string })[];
  answers: (Omit<Materials['answers'][number], 'at'> & { at: string })[];
};

/** The materials of some cases, by their ids. */
export async function materialsOf(db: Db | Tx, caseIds: string[]): Promise<Map<string, Materials>> {
  const { rows } = await sql<Stored>`
    select c.id as "caseId", c.number, c.subject,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'seq', m.seq, 'at', m.at,
          'by', case m.direction when 'in' then 'customer' else 'us' end) order by m.seq), '[]')
        from baton.messages m
        where m.case_id = c.id and not m.automatic
          and (m.direction = 'in' or (m.direction = 'out' and m.author_kind in ('agent', 'key')))
      ) as said,
      jsonb_build_object('name', cu.name, 'language', cu.language,
        'addresses', (
          select coalesce(jsonb_agg(i.value order by i.value collate "C"), '[]')
          from baton.identities i where i.customer_id = cu.id and i.kind = 'mail'),
        'earlierCases', (
          select count(*)::int from baton.cases o
          where o.customer_id = cu.id and o.number < c.number)) as customer,
      (select coalesce(jsonb_agg(jsonb_build_object('question', f.question_id,
          'value', f.value, 'at', f.answered_at)), '[]')
        from baton.case_facts f where f.case_id = c.id) as answers
    from baton.cases c join baton.customers cu on cu.id = c.customer_id
    where c.id = any(${caseIds}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.caseId,
      {
        ...row,
        said: row.said.map((one) => ({ ...one, at: new Date(one.at) })),
        answers: row.answers.map((one) => ({ ...one, at: new Date(one.at) })),
      },
    ]),
  );
}

export type Words = { subject: string | null; text: string; language: string | null };

/** What these messages say, `length` characters of each at most. */
export async function wordsOf(
  db: Db | Tx,
  messageIds: string[],
  length: number,
): Promise<Map<string, Words>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('baton.messages')
    .select(['id', 'subject', 'language', sql<string>`left(text, ${length})`.as('text')])
    .where('id', 'in', messageIds)
    .execute();
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** Every topic's way up: itself, then those above it. */
export async function topicPaths(db: Db | Tx): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('baton.topics').select(['id', 'parent_id as parent']).execute();
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  const pathOf = (id: string) => {
    const path = [id];
    for (let up = parents.get(id); up; up = parents.get(up)) path.push(up);
    return path;
  };
  return new Map(rows.map(({ id }) => [id, pathOf(id)]));
}
