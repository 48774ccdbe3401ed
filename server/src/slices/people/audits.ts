import type { Db, Tx } from '../../platform/context.ts';
import type { Audit } from '../../platform/http-types.ts';
import { notFound } from '../../platform/refusals.ts';
import { auditOf } from './audit-of.ts';
import { presentBrand, presentCompany, presentLevel, presentTeam } from './present.ts';
import { brandById } from './store/brands.ts';
import { companyWithNames } from './store/company.ts';
import { levelById } from './store/levels.ts';
import { teamWithMembers } from './store/teams.ts';

/** What is written down of a change of the company, of a brand, a level or a team, whatever changes it. */
export const companyAudit = {
  kind: 'company',
  read: async (tx) => presentCompany(await companyWithNames(tx)),
} satisfies Audit;

export const brandAudit = {
  kind: 'brand',
  read: (tx, { id }) => shownBrand(tx, id),
} satisfies Audit;

export const levelAudit = {
  kind: 'level',
  read: (tx, { id }) => shownLevel(tx, Number(id)),
} satisfies Audit;

export const teamAudit = auditOf('team', shownTeam);

/** A brand as the API shows it. @throws Problem not_found */
export async function shownBrand(db: Db | Tx, id: string) {
  const row = await brandById(db, id);
  if (!row) throw notFound('brand');
  return presentBrand(row);
}

/** A level as the API shows it. @throws Problem not_found */
export async function shownLevel(db: Db | Tx, id: number) {
  const row = await levelById(db, id);
  if (!row) throw notFound('level');
  return presentLevel(row);
}

/** A team as the API shows it. @throws Problem not_found */
export async function shownTeam(db: Db | Tx, id: string) {
  const row = await teamWithMembers(db, id);
  if (!row) throw notFound('team');
  return presentTeam(row);
}
