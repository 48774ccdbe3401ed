import type { Db, Tx } from '../../../platform/context.ts';

export type Challenge = {
  id: string;
  purpose: 'passkey_new' | 'passkey' | 'provider';
  agentId: string | null;
  value: Record<string, string>;
};

export async function insertChallenge(tx: Tx, challenge: Challenge, expiresAt: Date) {
  await tx
    .insertInto('baton.sign_in_challenges')
    .values({
      id: challenge.id,
      purpose: challenge.purpose,
      agent_id: challenge.agentId,
      value: JSON.stringify(challenge.value),
      expires_at: expiresAt,
    })
    .execute();
}

/** Takes a challenge away, which is answered once; null: there is none, or it has run out. */
export async function takeChallenge(
  tx: Tx,
  id: string,
  purpose: Challenge['purpose'],
  now: Date,
): Promise<Challenge | null> {
  const row = await tx
    .deleteFrom('baton.sign_in_challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(['agent_id', 'value'])
    .executeTakeFirst();
  return row
    ? { id, purpose, agentId: row.agent_id, value: row.value as Record<string, string> }
    : null;
}

/** Forgets what was never answered; run daily. */
export async function forgetChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('baton.sign_in_challenges').where('expires_at', '<', now).execute();
}
