import type { InboundReading, InboundStep } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { knownOfSender } from '../rules/authentication.ts';
import { writerOf } from '../rules/automatic.ts';
import type { Mailbox } from '../rules/letter.ts';
import { isSuspectedSpam } from '../rules/spam.ts';
import { actsOf, type ShownAct } from '../store/inbound-acts.ts';
import type { ShownInbound } from '../store/mail-lists.ts';
import { mailHouse } from '../store/settings.ts';
import { readApart } from '../transport/read-apart.ts';
import { originalOf } from './original-of.ts';

const most = { text: 200_000, headers: 500, header: 4000, addresses: 500 };

/**
 * Reads a received message once more, to be looked at: what it says, what was found out about it, and
 * the way it took. Not in a transaction: a large one takes a while.
 */
export async function lookInto(deps: Deps, row: ShownInbound): Promise<InboundReading> {
  const original = originalOf({ rawSha256: row.raw_sha256, rawSize: row.raw_size });
  const { letter, files, fault } = await readApart(deps, original);
  const { ours, trustedHosts } = await mailHouse(deps.db, []);
  const envelope = { from: row.envelope_from, recipients: row.recipients };
  return {
    id: row.id,
    from: letter.from && written(letter.from),
    to: letter.to.slice(0, most.addresses).map(written),
    cc: letter.cc.slice(0, most.addresses).map(written),
    writtenAt: letter.writtenAt?.toISOString() ?? null,
    headers: letter.headers
      .slice(0, most.headers)
      .map(({ name, value }) => ({ name, value: value.slice(0, most.header).toWellFormed() })),
    text: letter.text.slice(0, most.text).toWellFormed(),
    files: files.map(({ name, type, size }, place) => ({ place, name, type, size })),
    writer: writerOf(letter, envelope, ours),
    authentication: knownOfSender(letter, trustedHosts, row.sender_check),
    spam: isSuspectedSpam(letter),
    fault,
    duplicateOf: row.duplicate_of,
    steps: wayOf(row, await actsOf(deps.db, row.id)),
  };
}

function written({ address, name }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}

/** The way of a message, the first step first. What became of it first is told by the first act. */
function wayOf(row: ShownInbound, acts: readonly ShownAct[]): InboundStep[] {
  const step = (at: Date, of: Partial<InboundStep> & Pick<InboundStep, 'step'>): InboundStep => ({
    at: at.toISOString(),
    by: null,
    outcome: null,
    reason: null,
    ...of,
  });
  const steps = [step(row.received_at, { step: 'received' })];
  if (row.tried_at && row.attempts > 0) steps.push(step(row.tried_at, { step: 'tried' }));
  for (const act of acts) {
    const by = act.agentId ? { id: act.agentId, name: act.agentName ?? '' } : null;
    const { outcome, reason } = {
      outcome: act.outcome as InboundStep['outcome'],
      reason: act.reason,
    };
    steps.push(step(act.at, { step: act.act, by, outcome, reason }));
  }
  if (row.decided_at) {
    const { outcome, reason } = row;
    steps.push(step(row.decided_at, { step: 'decided', outcome: outcome as 'opened', reason }));
  }
  return steps.toSorted((a, b) => a.at.localeCompare(b.at));
}
