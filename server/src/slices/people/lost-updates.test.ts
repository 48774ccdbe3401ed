import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { baton } from '../../kernel/actor.ts';
import type { Ctx, Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { changeBrand } from './commands/change-brand.ts';
import { changeProfile } from './index.ts';

/** Runs `first`, and while it has not committed yet asks for `second`, whose answer it returns. */
async function meanwhile<T>(
  deps: Deps,
  first: (ctx: Ctx) => Promise<void>,
  second: () => Promise<T>,
) {
  let asked: Promise<T> | undefined;
  await runCommand(deps, baton, async (ctx) => {
    await first(ctx);
    asked = second();
    // Long enough for it to read what it is going to change.
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  return asked!;
}

test('whoever takes their place while their role is changed does not write the old role back', async () => {
  const { deps, admin } = await testServer();
  const person = { name: 'Ana', email: 'ana@example.org', role: 'agent' };
  const { id } = (await admin('POST', '/api/agents', person)).body;
  const changed = await meanwhile(
    deps,
    (ctx) => changeProfile(ctx, id, { name: 'Ana-Maria' }),
    () => admin('PATCH', `/api/agents/${id}`, { role: 'lead' }),
  );
  expect(changed.body).toMatchObject({ name: 'Ana-Maria', role: 'lead' });
  const again = await meanwhile(
    deps,
    async (ctx) => {
      await ctx.tx
        .updateTable('baton.agents')
        .set({ role: 'admin' })
        .where('id', '=', id)
        .execute();
    },
    () => runCommand(deps, baton, (ctx) => changeProfile(ctx, id, { zone: 'Europe/Oslo' })),
  );
  expect(again).toBeUndefined();
  expect((await admin('GET', `/api/agents/${id}`)).body).toMatchObject({
    role: 'admin',
    zone: 'Europe/Oslo',
  });
});

test('two changes of different fields of a brand both stand', async () => {
  const { deps, admin } = await testServer();
  const [{ id }] = (await admin('GET', '/api/brands')).body.items;
  const changed = await meanwhile(
    deps,
    (ctx) => changeBrand(ctx, id, { name: 'Nordlys' }),
    () => admin('PATCH', `/api/brands/${id}`, { colour: '#112233' }),
  );
  expect(changed.body).toMatchObject({ name: 'Nordlys', colour: '#112233' });
});
