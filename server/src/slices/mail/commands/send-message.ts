import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { caseForMail, messageToSend } from '../../cases/index.ts';
import { isInOutbox } from '../store/outbound.ts';
import { spoken } from '../texts/index.ts';
import { correspondenceOf } from './correspondence.ts';
import { putInOutbox } from './put-in-outbox.ts';

/** An agent's reply or solution goes out, to the customer and the people in copy. Once. */
export async function sendMessage(deps: Deps, messageId: string): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    if (await isInOutbox(ctx.tx, { messageId })) return;
    const message = await messageToSend(ctx.tx, messageId);
    if (!message || message.direction !== 'out') return;
    const about = await caseForMail(ctx.tx, { id: message.caseId });
    if (!about) return;
    const correspondence = await correspondenceOf(ctx, about);
    await putInOutbox(ctx, about, correspondence, {
      messageId,
      kind: message.kind,
      automatic: false,
      answersTo: null,
      notBefore: message.notBefore,
      withdrawn: message.withdrawn,
      language: spoken(message.language) ?? correspondence.language,
    });
  });
}
