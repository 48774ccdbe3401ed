import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { messageById } from '../store/messages.ts';
import { participantsOfCase, setStranger } from '../store/people.ts';

/** Somebody gets a copy of every reply from now on, and nothing that Baton says by itself. */
export async function addParticipant(
  ctx: Ctx,
  input: OnCase & { address: string; name: string | null },
): Promise<void> {
  const address = input.address.trim().toLowerCase();
  await changeCase(ctx, input, 'people', async ({ state }) => {
    const known = (await participantsOfCase(ctx.tx, state.id)).find(
      (one) => one.address === address,
    );
    if (known && known.leftAt === null) return { decision: [] };
    const id = known?.id ?? newId();
    return {
      decision: [{ kind: 'participant_added', participant: id }],
      parts: { participants: [{ id, address, name: input.name, role: 'copied' as const }] },
    };
  });
}

/**
 * Somebody in copy gets nothing more about the case.
 * @throws Problem `wrong_status` for the customer: another customer is a correction of the case
 */
export async function removeParticipant(ctx: Ctx, input: OnCase & { participant: string }) {
  await changeCase(ctx, input, 'people', async ({ state }) => {
    const people = await participantsOfCase(ctx.tx, state.id);
    const found = people.find((one) => one.id === input.participant);
    if (!found) throw notFound('participant');
    if (found.role === 'customer') {
      throw new Problem('wrong_status', {
        detail: 'This is the customer. If the case is another’s, correct its customer instead.',
      });
    }
    if (found.leftAt !== null) return { decision: [] };
    return {
      decision: [{ kind: 'participant_left', participant: found.id }],
      parts: { leaving: [found.address] },
    };
  });
}

/**
 * The owner lets the unknown sender of a message take part, in copy, or turns them away; who was
 * turned away may still be admitted.
 */
export async function answerStranger(
  ctx: Ctx,
  input: OnCase & { message: string; admit: boolean },
): Promise<void> {
  await changeCase(ctx, input, 'people', async ({ state }) => {
    const row = await messageById(ctx.tx, input.message);
    if (row?.case_id !== state.id) throw notFound('message');
    if (row.author_kind !== 'stranger' || row.stranger === 'admitted' || !row.author_address) {
      throw new Problem('wrong_status', {
        detail: 'The sender of this message is known, or was admitted already.',
      });
    }
    await setStranger(ctx.tx, row.id, input.admit ? 'admitted' : 'turned_away');
    if (!input.admit) {
      return { decision: [{ kind: 'stranger_turned_away', message: row.id }] };
    }
    const joining = { address: row.author_address, name: row.author_name, role: 'copied' as const };
    return {
      decision: [{ kind: 'stranger_admitted', message: row.id }],
      parts: { participants: [joining] },
    };
  });
}
