import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Participant } from '../change.ts';

/** What the mail needs to know about a case, by its id or its number; null when there is none. */
export async function caseForMail(db: Db | Tx, by: { id: string } | { number: number }) {
  const row = await db
    .selectFrom('baton.cases as c')
    .leftJoin('baton.agents as o', 'o.id', 'c.owner_id')
    .innerJoin('baton.teams as t', 't.id', 'c.team_id')
    .innerJoin('baton.levels as l', 'l.id', 'c.level')
    .innerJoin('baton.customers as cu', 'cu.id', 'c.customer_id')
    .select([
      'c.id',
      'c.number',
      'c.subject',
      'c.status',
      'c.opened_at as openedAt',
      'c.closed_at as closedAt',
      'c.close_at as closesAt',
      'c.confirmed',
      'c.solution_id as solutionId',
      'c.owner_id as ownerId',
      'o.name as ownerName',
      'c.team_id as teamId',
      't.name as teamName',
      'c.level',
      'l.name as levelName',
      'c.due_at as due',
      'c.brand_id as brandId',
      'c.channel_id as channelId',
      'c.topic_id as topicId',
      'c.customer_id as customerId',
      'cu.name as customerName',
      'cu.form_of_address as formOfAddress',
      'cu.language as customerLanguage',
      'cu.zone as customerZone',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('baton.participants as p')
          .select(['p.address', 'p.name', sql<Participant['role']>`p.role`.as('role')])
          .whereRef('p.case_id', '=', 'c.id')
          .where('p.left_at', 'is', null)
          .orderBy('p.address'),
      ).as('participants'),
    )
    .where((eb) => ('id' in by ? eb('c.id', '=', by.id) : eb('c.number', '=', by.number)))
    .executeTakeFirst();
  return row ?? null;
}

export type CaseForMail = NonNullable<Awaited<ReturnType<typeof caseForMail>>>;
