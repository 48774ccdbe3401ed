import type { NoticeKind } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { notify } from '../../notices/index.ts';
import { administrators } from '../store/alarms.ts';

/** Tells every active administrator; `data` holds ids, codes and instants only. */
export async function tellAdministrators(
  ctx: Ctx,
  kind: NoticeKind,
  data: Record<string, unknown>,
): Promise<void> {
  const agents = await administrators(ctx.tx);
  const told = agents.map((agentId) => ({ agentId, kind, caseId: null, data }));
  await notify(ctx.tx, told, ctx.now);
}
