import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../../../../platform/context.ts';
import { instant } from '../../../../platform/db.ts';
import { ReadElsewhere } from '../../commands/take-from-mailbox.ts';
import { reconnectAfterMs } from '../../rules/reconnect.ts';
import { noteMailboxTrouble } from '../../store/mailbox-progress.ts';
import { mailboxOf } from '../../store/mailboxes.ts';
import { type ChannelTrouble, troubleOf } from '../channel-trouble.ts';
import { readOverOneConnection } from './session.ts';

/** What a server says to whoever may not sign in, or not any more. */
const refusals = new Set(['refused_password', 'refused_token', 'refused_grant']);

/**
 * Reads a mailbox until `stopping` says so, connecting anew whenever that is needed. Never throws:
 * what goes wrong is written down at the mailbox.
 * @param version of the settings; another one is for another reader
 */
export async function readMailbox(
  deps: Deps,
  channelId: string,
  version: number,
  stopping: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      const mailbox = await mailboxOf(deps.db, channelId);
      if (mailbox?.version !== version) return;
      await readOverOneConnection(deps, mailbox, stopping, () => {
        failures = 0;
      });
    } catch (error) {
      if (stopping.aborted || error instanceof ReadElsewhere) return;
      failures += 1;
      const trouble = troubleOf(error);
      await note(deps, { channelId, version }, trouble);
      const refused = refusals.has(trouble.code);
      const ms = reconnectAfterMs({ failures, refused }, Math.random());
      await sleep(ms, undefined, { signal: stopping }).catch(() => {});
    }
  }
}

async function note(
  deps: Deps,
  mailbox: { channelId: string; version: number },
  trouble: ChannelTrouble,
): Promise<void> {
  deps.log.warn({ err: trouble, channel: mailbox.channelId }, 'A mailbox cannot be read.');
  try {
    const { code, said } = trouble;
    await noteMailboxTrouble(deps.db, mailbox, { code, said, at: await instant(deps.db, deps) });
  } catch (error) {
    deps.log.error({ err: error }, 'The trouble with a mailbox could not be written down.');
  }
}
