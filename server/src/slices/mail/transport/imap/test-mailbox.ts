import type { ImapFlow } from 'imapflow';
import type { Deps } from '../../../../platform/context.ts';
import type { MailboxRow } from '../../store/mailboxes.ts';
import { type ChannelTrouble, troubleOf } from '../channel-trouble.ts';
import { openFolder } from './folder.ts';
import { signIn } from './session.ts';

/** What came of trying a mailbox: how far it went. */
export type Tried = {
  messages: number | null;
  folders: string[];
  trouble: ChannelTrouble | null;
};

/** Signs in to a mailbox and opens its folder, changing nothing there. Never throws. */
export async function testMailbox(deps: Deps, mailbox: MailboxRow): Promise<Tried> {
  const tried: Tried = { messages: null, folders: [], trouble: null };
  let client: ImapFlow | undefined;
  try {
    client = await signIn(deps, mailbox);
    tried.folders = (await client.list()).map(({ path }) => path);
    tried.messages = (await openFolder(client, mailbox.folder)).exists;
  } catch (error) {
    tried.trouble = troubleOf(error);
  }
  client?.close();
  return tried;
}
