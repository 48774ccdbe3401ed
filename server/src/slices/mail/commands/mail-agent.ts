import type { NoticeKind } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { caseForMail, casesNamed } from '../../cases/index.ts';
import {
  choicesOf,
  decideAll,
  type Decided,
  holdBack,
  lockQueued,
  markMailed,
  type QueuedNotice,
  suppress,
  type Telling,
  type Untold,
} from '../../notices/index.ts';
import {
  agentById,
  isLockedOut,
  brandById,
  companyDefaults,
  workingTimeOf,
} from '../../people/index.ts';
import { domainOf, isReachable } from '../rules/address.ts';
import { noticeToken } from '../rules/notice-token.ts';
import { isOurs } from '../rules/ours.ts';
import { replyAddress } from '../rules/thread-token.ts';
import { insertAgentMail, setToken } from '../store/agent-mail.ts';
import { mayLeave } from '../store/relays.ts';
import { mailHouse } from '../store/settings.ts';
import { noticeMail, type ToldNotice } from '../texts/notices/told.ts';
import { noticeKeys } from '../thread-keys.ts';
import { correspondenceOf, lastResort } from './correspondence.ts';

/** Where agents choose by which ways they are told. */
export const choicesPath = '/notices/choices';

type Agent = NonNullable<Awaited<ReturnType<typeof agentById>>>;
type Named = Awaited<ReturnType<typeof casesNamed>>[number];

/**
 * Decides about everything that an agent was told and no mail was decided for: what they want by
 * mail and have not seen goes into one mail, the rest is suppressed, each with its reason. What can
 * wait until they are at work does, and comes in one mail then; so does what they wish to be gathered.
 */
export async function mailAgent(ctx: Ctx, agentId: string): Promise<void> {
  const queued = await lockQueued(ctx.tx, agentId, ctx.now);
  const found = await agentById(ctx.tx, agentId);
  if (!found || queued.length === 0) return;
  // Their mailbox may be somebody else's by now.
  const agent = { ...found, active: found.active && !(await isLockedOut(ctx.tx, agentId)) };
  const ids = [...new Set(queued.flatMap(({ caseId }) => caseId ?? []))];
  const actor = { kind: 'agent', id: agent.id, role: agent.role } as const;
  const cases = new Map((await casesNamed(ctx.tx, actor, ids)).map((one) => [one.id, one]));
  const unreachable = await troubleWith(ctx, agent.email);
  const choices = await choicesOf(ctx.tx, agentId);
  const hours = await workingTimeOf(ctx.tx, agentId);
  const waiting = queued.map((notice) => tellingOf(notice, cases, unreachable));
  const { told, rest } = decideAll('mail', waiting, { ...agent, choices, hours }, ctx.now);
  for (const decided of rest) await keepOutcome(ctx, decided);
  const goes = queued.filter(({ id }) => told.includes(id));
  if (goes.length > 0) await putInAgentMail(ctx, agent, goes, cases);
}

function tellingOf(
  { caseId, mailFrom, ...notice }: QueuedNotice,
  cases: Map<string, Named>,
  unreachable: Untold | null,
): Telling {
  const about = caseId === null ? undefined : cases.get(caseId);
  const outOfSight = caseId !== null && !about ? 'out_of_sight' : null;
  const ofPressingCase = about?.pressing ?? false;
  return { ...notice, heldUntil: mailFrom, ofPressingCase, obstacle: unreachable ?? outOfSight };
}

async function keepOutcome(ctx: Ctx, { ids, outcome }: Decided): Promise<void> {
  if (outcome.state === 'suppress') await suppress(ctx.tx, ids, outcome.why, ctx.now);
  if (outcome.state === 'hold') await holdBack(ctx.tx, ids, outcome);
}

const idsOf = (notices: QueuedNotice[]) => notices.map(({ id }) => id);

/** Why no mail can reach the agent; null when one can. */
async function troubleWith(ctx: Ctx, address: string): Promise<Untold | null> {
  if (!isReachable(address)) return 'no_address';
  // It would come back to us, and open a case.
  return isOurs(address, (await mailHouse(ctx.tx, [])).ours) ? 'own_address' : null;
}

async function putInAgentMail(
  ctx: Ctx,
  agent: Agent,
  told: QueuedNotice[],
  cases: Map<string, Named>,
): Promise<void> {
  const about = [...new Set(told.map(({ caseId }) => caseId))];
  // An answer belongs to the one case that the mail is about.
  const caseId = about.length === 1 ? about[0]! : null;
  const from = await senderFor(
    ctx,
    about.find((one) => one !== null),
  );
  if (!(await mayLeave(ctx.tx, ctx.deps.settings.smtpUrl, from.brandId))) {
    return suppress(ctx.tx, idsOf(told), 'no_relay', ctx.now);
  }
  const { publicUrl } = ctx.deps.settings;
  const { subject, text } = noticeMail(
    { ...agent, url: `${publicUrl}${choicesPath}` },
    told.map((notice) => toldOf(notice, cases, publicUrl)),
    caseId !== null,
  );
  const id = newId();
  const { address, name, brandId, takesReplies } = from;
  const number = await insertAgentMail(ctx.tx, {
    id,
    agentId: agent.id,
    caseId,
    brandId,
    recipient: agent.email,
    sender: address,
    senderName: name,
    subject,
    language: agent.language,
    text,
    createdAt: ctx.now,
  });
  const token = noticeToken(number, noticeKeys(ctx.deps.secrets));
  await setToken(ctx.tx, id, {
    replyTo: takesReplies ? replyAddress(address, token) : null,
    mimeId: `<${token}.${id}@${domainOf(address)}>`,
  });
  await markMailed(ctx.tx, idsOf(told), id);
  await addWork(ctx.tx, [agentMailWork(id)]);
}

/** From whom agents hear of a case: from the address at which its customer is written to. */
export async function senderFor(ctx: Ctx, caseId: string | null | undefined) {
  const about = caseId ? await caseForMail(ctx.tx, { id: caseId }) : null;
  if (about) {
    const { sender, brand, replyTo } = await correspondenceOf(ctx, about);
    const { brandId } = about;
    return { address: sender, name: brand.name, brandId, takesReplies: replyTo !== null };
  }
  const { defaultBrandId } = await companyDefaults(ctx.tx);
  const brand = await brandById(ctx.tx, defaultBrandId);
  const address = brand?.address ?? lastResort(ctx);
  const name = brand?.name ?? 'Baton';
  return { address, name, brandId: defaultBrandId, takesReplies: false };
}

function toldOf(notice: QueuedNotice, cases: Map<string, Named>, publicUrl: string): ToldNotice {
  const found = notice.caseId ? cases.get(notice.caseId) : undefined;
  return {
    kind: notice.kind as NoticeKind,
    data: notice.data as Record<string, unknown>,
    at: notice.at,
    case: found
      ? {
          number: found.number,
          customer: found.customer,
          due: found.due,
          url: `${publicUrl}/cases/${found.id}`,
        }
      : null,
  };
}

/** The work of sending a mail to an agent; asked for twice, it is done once. */
export function agentMailWork(mailId: string, runAt?: Date) {
  const work = { task: 'mail.agent', payload: { mailId }, key: `mail.agent:${mailId}` };
  return runAt ? { ...work, runAt } : work;
}
