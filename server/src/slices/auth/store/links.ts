import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type SignInLinkRow = {
  id: string;
  purpose: 'first_administrator' | 'agent' | 'reset';
  agentId: string;
  name: string;
  email: string;
  expiresAt: Date;
};

export async function insertLink(
  tx: Tx,
  link: { id: string; purpose: SignInLinkRow['purpose']; agentId: string; sha256: string },
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await tx
    .insertInto('baton.sign_in_links')
    .values({
      id: link.id,
      purpose: link.purpose,
      agent_id: link.agentId,
      token_sha256: link.sha256,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
}

/** The link with this token if it can still be used: not used, not run out, its agent active. */
export async function usableLink(
  db: Db | Tx,
  sha256: string,
  now: Date,
): Promise<SignInLinkRow | null> {
  const found = await usable(db, sha256, now).executeTakeFirst();
  return found ? toLink(found) : null;
}

/** The same, locked: whoever comes second with a link waits and then finds it used. */
export async function lockLink(tx: Tx, sha256: string, now: Date): Promise<SignInLinkRow | null> {
  const found = await usable(tx, sha256, now).forUpdate('l').executeTakeFirst();
  return found ? toLink(found) : null;
}

function usable(db: Db | Tx, sha256: string, now: Date) {
  return db
    .selectFrom('baton.sign_in_links as l')
    .innerJoin('baton.agents as a', 'a.id', 'l.agent_id')
    .select(['l.id', 'l.purpose', 'l.agent_id', 'a.name', 'a.email', 'l.expires_at'])
    .where('l.token_sha256', '=', sha256)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('a.active', '=', true)
    .where('a.locked_at', 'is', null);
}

function toLink(row: {
  id: string;
  purpose: string;
  agent_id: string;
  name: string;
  email: string;
  expires_at: Date;
}): SignInLinkRow {
  return {
    id: row.id,
    purpose: row.purpose as SignInLinkRow['purpose'],
    agentId: row.agent_id,
    name: row.name,
    email: row.email,
    expiresAt: row.expires_at,
  };
}

/** A link that can still be used, by its id; what a mail may carry. */
export async function linkToMail(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ agentId: string; purpose: 'agent' | 'reset'; expiresAt: Date } | null> {
  const row = await tx
    .selectFrom('baton.sign_in_links')
    .select(['agent_id', 'purpose', 'expires_at'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row || row.purpose === 'first_administrator') return null;
  return {
    agentId: row.agent_id,
    purpose: row.purpose === 'reset' ? 'reset' : 'agent',
    expiresAt: row.expires_at,
  };
}

/** Uses up every open link of an agent: there is no second way in beside the one that was taken. */
export async function useUpLinks(tx: Tx, agentId: string, now: Date): Promise<void> {
  await tx
    .updateTable('baton.sign_in_links')
    .set({ used_at: now })
    .where('agent_id', '=', agentId)
    .where('used_at', 'is', null)
    .execute();
}

/** Forgets links a month after they ran out; run daily. */
export async function forgetLinks(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('baton.sign_in_links').where('expires_at', '<', before).execute();
}

/**
 * Active agents who have no sign-in and no key that opens anything, and are not locked out, by name;
 * with until when the last of their links works.
 */
export async function notComeIn(
  db: Db,
  now: Date,
): Promise<{ id: string; name: string; open_until: Date | null }[]> {
  return db
    .selectFrom('baton.agents as a')
    .leftJoin('baton.auth_users as u', 'u.agent_id', 'a.id')
    .select(['a.id', 'a.name'])
    .select((select) =>
      select
        .selectFrom('baton.sign_in_links as l')
        .select((link) => link.fn.max('l.expires_at').as('until'))
        .whereRef('l.agent_id', '=', 'a.id')
        .where('l.used_at', 'is', null)
        .where('l.expires_at', '>', now)
        .as('open_until'),
    )
    .where('u.id', 'is', null)
    .where('a.active', '=', true)
    .where('a.locked_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('baton.keys as k')
            .select('k.id')
            .whereRef('k.agent_id', '=', 'a.id')
            .where('k.revoked_at', 'is', null)
            .where((key) =>
              key.or([key('k.expires_at', 'is', null), key('k.expires_at', '>', now)]),
            ),
        ),
      ),
    )
    .orderBy(byName('a.name'))
    .orderBy('a.id')
    .execute();
}
