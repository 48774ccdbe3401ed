import {
  type HandOverReason,
  handOverReason,
  handOverReasonChange,
  handOverReasons,
  type HandoverDirection,
  newHandOverReason,
  reasonsAcross,
  reasonsDown,
  reasonsUp,
} from '@baton/contract';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeReason, createReason } from '../commands/hand-over-reasons.ts';
import { ownReason, type OwnReason, ownReasons } from '../store/hand-over-reasons.ts';

const tags = ['Cases'];

/** What is written down of a change. */
const audit = {
  kind: 'hand_over_reason',
  read: (tx, { id }) => shown(tx, id),
} satisfies Audit;

/** The reasons for which a case is handed over. */
export function handOverReasonRoutes(app: App, deps: Deps): void {
  for (const add of [listReasons, addReason, changeOneReason]) add(app, deps);
}

function listReasons(app: App, deps: Deps): void {
  app.get(
    '/api/hand-over-reasons',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Reasons for handing over: those that Baton brings along, then your own',
        response: { 200: handOverReasons },
      },
    },
    async () => ({ items: [...brought, ...(await ownReasons(deps.db)).map(present)], next: null }),
  );
}

function addReason(app: App, deps: Deps): void {
  app.post(
    '/api/hand-over-reasons',
    {
      config: { access: 'admin', audit: { ...audit, read: 'answer' } },
      schema: {
        tags,
        summary: 'Adds a reason of your own',
        body: newHandOverReason,
        response: { 201: handOverReason },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shown(ctx.tx, await createReason(ctx, request.body)),
      ),
  );
}

function changeOneReason(app: App, deps: Deps): void {
  app.patch(
    '/api/hand-over-reasons/:id',
    {
      config: { access: 'admin', audit },
      schema: {
        tags,
        summary: 'Changes a reason of your own, or offers it no longer',
        params: byId,
        body: handOverReasonChange,
        response: { 200: handOverReason },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await changeReason(ctx, request.params.id, request.body);
        return shown(ctx.tx, request.params.id);
      }),
  );
}

const byDirection: Record<HandoverDirection, readonly string[]> = {
  up: reasonsUp,
  across: reasonsAcross,
  down: reasonsDown,
};
const directionsOf = (code: string) =>
  (['up', 'across', 'down'] as const).filter((one) => byDirection[one].includes(code));

const brought: HandOverReason[] = [
  ...new Set<string>([...reasonsUp, ...reasonsAcross, ...reasonsDown]),
].map((id) => ({ id, own: false, directions: directionsOf(id), labels: null, active: true }));

async function shown(db: Db | Tx, id: string): Promise<HandOverReason> {
  const reason = await ownReason(db, id);
  if (!reason) throw notFound('reason');
  return present(reason);
}

function present({ id, directions, labels, active }: OwnReason): HandOverReason {
  return { id, own: true, directions, labels, active };
}
