import type { Deps } from '../../../platform/context.ts';
import { numberOfNotice } from '../rules/notice-token.ts';
import { type Door, doorFor } from '../rules/recipient.ts';
import { numberOfToken } from '../rules/thread-token.ts';
import { listDoors } from '../store/channels.ts';
import { noticeKeys, threadKeys } from '../thread-keys.ts';

/** The channel that takes mail for a recipient; null when nobody here does. */
export async function findDoor(deps: Deps, recipient: string): Promise<Door | null> {
  const hasToken =
    numberOfToken(recipient, threadKeys(deps.secrets)) !== null ||
    numberOfNotice(recipient, noticeKeys(deps.secrets)) !== null;
  const doors = await listDoors(deps.db);
  // Not founded yet: the sender comes again.
  if (doors.length === 0) throw new Error('There is no channel.');
  return doorFor(recipient, doors, hasToken);
}
