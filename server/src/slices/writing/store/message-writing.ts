import type { HintCode } from '@baton/contract';
import type { Tx } from '../../../platform/context.ts';

export type MessageWriting = {
  messageId: string;
  at: Date;
  templateId: string | null;
  unchanged: boolean | null;
  hints: HintCode[];
};

/** Notes how a message was written. */
export async function insertWriting(tx: Tx, writing: MessageWriting): Promise<void> {
  await tx
    .insertInto('baton.message_writing')
    .values({
      message_id: writing.messageId,
      at: writing.at,
      template_id: writing.templateId,
      unchanged: writing.unchanged,
      hints: writing.hints,
    })
    .execute();
}

/** Forgets how a message was written; gives what was noted, null where nothing was. */
export async function deleteWriting(tx: Tx, messageId: string) {
  const row = await tx
    .deleteFrom('baton.message_writing')
    .where('message_id', '=', messageId)
    .returning('template_id as templateId')
    .executeTakeFirst();
  return row ?? null;
}
