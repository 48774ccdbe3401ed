import { noticeKinds } from '@baton/contract';
import { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { insertNotices } from '../store/notices.ts';

const told = z.strictObject({
  id: z.uuid(),
  agentId: z.uuid(),
  kind: z.enum(noticeKinds),
  data: z.record(z.string(), z.unknown()),
  at: z.iso.datetime().transform((text) => new Date(text)),
});

/** Tells an agent something that belongs to no case; done twice, it is told once, by its id. */
export async function tell(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const notice = told.parse(payload);
  await runCommand(deps, baton, ({ tx }) => insertNotices(tx, [{ ...notice, caseId: null }]));
}
