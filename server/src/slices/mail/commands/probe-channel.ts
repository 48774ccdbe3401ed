import type { Ctx, Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, notFound } from '../../../platform/refusals.ts';
import { addWork } from '../../../platform/work.ts';
import { domainOf } from '../rules/address.ts';
import { probeHeader, probeMark } from '../rules/probe.ts';
import { replyAddress, threadToken } from '../rules/thread-token.ts';
import { channelById, lockChannel } from '../store/channels.ts';
import { noteProbe, probeById, replaceProbes } from '../store/probes.ts';
import { mayLeave } from '../store/relays.ts';
import { mailHouse } from '../store/settings.ts';
import { threadKeys } from '../thread-keys.ts';
import { leave } from './leave.ts';
import type { Handover, Outgoing } from '../transport/relay.ts';

/** Reply addresses are tried as those of a case that there never is. */
const noCase = 0;

/**
 * Finds out which reply addresses the mail host of a channel takes: a letter goes to each form of
 * them, and whichever arrives, by whatever door, speaks for its form.
 * @throws Problem not_found; invalid_request without an address; wrong_status without a relay
 */
export async function probeChannel(ctx: Ctx, channelId: string): Promise<void> {
  const channel = await lockChannel(ctx.tx, channelId);
  if (!channel) throw notFound('channel');
  const { address } = channel;
  if (address === null) throw invalid('id', 'channel_without_address');
  if (!(await mayLeave(ctx.tx, ctx.deps.settings.smtpUrl, channel.brandId))) {
    throw new Problem('wrong_status', { detail: 'No relay is set, so nothing can be sent.' });
  }
  const token = threadToken(noCase, threadKeys(ctx.deps.secrets));
  const probes = (['plus', 'catch_all'] as const).flatMap((kind) => {
    const to = replyAddress(address, token, kind);
    return to ? [{ id: newId(), kind, address: to, askedAt: ctx.now }] : [];
  });
  if (probes.length === 0) throw invalid('id', 'address_too_long');
  await replaceProbes(ctx.tx, channelId, probes);
  await addWork(
    ctx.tx,
    probes.map(({ id }) => ({
      task: 'mail.probe',
      payload: { probeId: id },
      key: `mail.probe:${id}`,
    })),
  );
}

/** Sends a probe, once; what the relay says against it is kept. */
export async function sendProbe(deps: Deps, probeId: string): Promise<void> {
  const probe = await probeById(deps.db, probeId);
  if (!probe || probe.sentAt || probe.refused !== null) return;
  const channel = await channelById(deps.db, probe.channelId);
  if (!channel?.address) return;
  const { installation } = await mailHouse(deps.db, []);
  const now = await instant(deps.db, deps);
  const letter = letterOf(deps, { ...probe, from: channel.address, installation, now });
  const refused = refusalIn(await leave(deps, channel.brandId, letter));
  await noteProbe(deps.db, probeId, refused === null ? { sentAt: now } : { refused });
}

type About = { id: string; address: string; from: string; installation: string; now: Date };

function letterOf(deps: Deps, { id, address, from, installation, now }: About): Outgoing {
  const text = 'Baton finds out which reply addresses arrive. Nobody needs to do anything.';
  return {
    from: { name: 'Baton', address: from },
    to: [address],
    cc: [],
    replyTo: null,
    subject: 'Baton: a letter to ourselves',
    messageId: `<probe.${id}@${domainOf(from)}>`,
    inReplyTo: null,
    references: [],
    date: now,
    headers: {
      'X-Baton-Loop': installation,
      [probeHeader]: probeMark(id, threadKeys(deps.secrets)),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    text,
    html: `<p>${text}</p>`,
    files: [],
  };
}

function refusalIn(handover: Handover): string | null {
  if (handover.result !== 'taken') return handover.words.slice(0, 500);
  return handover.refused[0]?.words.slice(0, 500) ?? null;
}
