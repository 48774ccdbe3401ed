import type { Tx } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { NewMessage } from './change.ts';
import { messageById } from './store/messages.ts';

/**
 * A copy of a message for the case to which it belongs; the original stays where it was recorded,
 * for what happened is never changed.
 */
export async function copyOfMessage(tx: Tx, id: string) {
  const row = (await messageById(tx, id))!;
  const message = {
    id: newId(),
    direction: row.direction as NewMessage['direction'],
    kind: row.kind as NewMessage['kind'],
    author: {
      kind: row.author_kind as NewMessage['author']['kind'],
      id: row.author_id,
      name: row.author_name,
      address: row.author_address,
    },
    subject: row.subject,
    text: row.text,
    html: row.html,
    quoted: row.quoted,
    signature: row.signature,
    htmlSha256: row.html_sha256,
    language: row.language,
    automatic: row.automatic,
    inboundId: null,
    copyOf: row.id,
    files: row.files.map((file) => ({ fileId: file.id, inlineId: file.inlineId })),
  } satisfies NewMessage;
  return { message, from: row.case_id, at: row.at };
}
