import type { Ctx } from '../../../platform/context.ts';
import {
  addMessage,
  type CaseForMail,
  type NewMessage,
  type Participant,
} from '../../cases/index.ts';
import { isAddress, normaliseAddress } from '../rules/address.ts';
import { copiedIn } from '../rules/participants.ts';
import { hasToken, type Role, type Thread } from '../rules/threading.ts';
import type { Unprocessed } from '../store/inbound.ts';
import type { Reading } from '../transport/reading.ts';
import type { Judgement } from './judge-message.ts';
import { languageFor } from './language-for.ts';
import { messageOfLetter } from './message-of-letter.ts';

/**
 * A message joins the case it points at. A stranger's is marked as one and brings nobody along; nor
 * does one whose sender is not proved, by our token or by a trusted host: it may be forged, for the
 * sake of listening in.
 */
export async function joinCase(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  { judgement, thread, automatic }: { judgement: Judgement; thread: Thread; automatic: boolean },
): Promise<{ caseId: string; messageId: string }> {
  const found = judgement.found!.case;
  const { sender } = judgement;
  const language = await languageFor(ctx, row, reading, async () => found.customerLanguage);
  const said = await messageOfLetter(ctx, reading, {
    inboundId: row.id,
    author: authorOf(thread.role, found, sender),
    automatic,
    language,
  });
  const message = { ...said, threadCaseId: judgement.found!.threadCaseId };
  const participants = automatic || thread.role === 'stranger' ? [] : newParticipants();
  const byCustomer = {
    kind: 'customer',
    id: thread.role === 'customer' ? found.customerId : null,
  } as const;
  await addMessage({ ...ctx, actor: byCustomer }, { caseId: found.id, message, participants });
  return { caseId: found.id, messageId: message.id };

  function newParticipants(): Participant[] {
    const known = new Set(found.participants.map(({ address }) => address));
    const proved = hasToken(thread) || judgement.authentication === 'passed';
    const copied = proved ? copiedIn(reading.letter, sender.address, judgement.ours) : [];
    const role = thread.role === 'customer' ? 'customer' : 'copied';
    return [
      { ...sender, role } as const,
      ...copied.map((one) => ({ ...one, role: 'copied' as const })),
    ]
      .map((one) => ({ ...one, address: normaliseAddress(one.address) }))
      .filter(({ address }) => isAddress(address) && !known.has(address));
  }
}

function authorOf(
  role: Role,
  found: CaseForMail,
  sender: Judgement['sender'],
): NewMessage['author'] {
  return { kind: role, id: role === 'customer' ? found.customerId : null, ...sender };
}
