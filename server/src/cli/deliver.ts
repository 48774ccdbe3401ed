import { openLog } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import { StartError } from '../platform/start-error.ts';
import { deliver, type Delivery, refusalOf } from '../slices/mail/index.ts';
import { openAll } from './open.ts';

/** The exit codes of sysexits.h by which a mail server knows what to do with the message. */
const exitCodes = { unknownUser: 67, tooLarge: 69, tryLater: 75 } as const;

/**
 * `baton deliver < message.eml`: takes one message from the pipe of a mail server. Exit code 0 says
 * that it is stored durably; 75 that the mail server shall keep it and come again.
 */
export async function deliverFromPipe(settings: Settings, delivery: Delivery): Promise<number> {
  try {
    const log = openLog('warn', process.stderr);
    const { deps, close } = await openAll(settings, { log, asServer: false });
    try {
      console.log(`Accepted as ${await deliver(deps, process.stdin, delivery)}`);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): number {
  if (error instanceof StartError) {
    console.error(error.message);
    return exitCodes.tryLater;
  }
  const { responseCode, message } = refusalOf(error);
  const reason = responseCode === 451 && error instanceof Error ? ` (${error.message})` : '';
  console.error(`${message}${reason}.`);
  if (responseCode < 500) return exitCodes.tryLater;
  return responseCode === 550 ? exitCodes.unknownUser : exitCodes.tooLarge;
}
