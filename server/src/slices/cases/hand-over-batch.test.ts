import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../test/http.ts';
import { pyramidServer } from '../../../test/pyramid-server.ts';
import { checks } from './checks.ts';

const { deps, company, admin, as, openOne, eventsOf } = await pyramidServer([3, 2, 1]);

const up = { direction: 'up', reason: 'beyond_my_authority', summary: 'Needs the provider.' };

describe('many cases at once', () => {
  const handOver = { ...up, reason: 'not_in_time', summary: 'I am away.' };
  async function several(count: number) {
    const topic = (await admin('POST', '/api/topics', { name: `Batch ${Math.random()}` })).body.id;
    const all = [];
    for (let one = 0; one < count; one++) all.push(await openOne({ topic }));
    return { topic, all };
  }

  it('are counted first, then moved part by part, each with its own event', async () => {
    const { topic, all } = await several(5);
    const batch = (more: object) =>
      admin('POST', '/api/hand-overs/batch', { filter: { topic }, handOver, limit: 2, ...more });
    expect((await batch({ dryRun: true })).body).toMatchObject({ count: 5, moved: 0, next: null });
    let moved = 0;
    let after: string | null | undefined;
    for (let calls = 0; calls < 3 && after !== null; calls++) {
      const { body } = await batch(after ? { after } : {});
      moved += body.moved;
      after = body.next;
    }
    expect([moved, after]).toEqual([5, null]);
    for (const one of all) {
      expect((await admin('GET', one.url)).body.level).toBe(2);
      expect(await eventsOf(one.url, 'handed_over')).toMatchObject([
        { data: { reason: 'not_in_time' } },
      ]);
    }
  });

  it('are shown first with whom they would be, of the topics below, too; and nothing has moved', async () => {
    const { topic, all } = await several(2);
    const child = { name: `Below ${Math.random()}`, parent: topic };
    all.push(await openOne({ topic: (await admin('POST', '/api/topics', child)).body.id }));
    await admin('PATCH', all[2]!.url, { urgency: 'urgent' });
    const before = await Promise.all(all.map(async ({ url }) => (await admin('GET', url)).body));
    const filter = { topic };
    const to = company.agents[1][1]!;
    const looked = (
      await admin('POST', '/api/hand-overs/batch', { filter, handOver, dryRun: true })
    ).body;
    expect(looked.cases).toEqual(
      all.map(({ id, number, subject, ownerId }) => ({
        id,
        number,
        subject,
        customer: 'Maria',
        from: { id: ownerId, name: expect.any(String) },
        to: { id: expect.any(String), name: expect.stringMatching(/^Specialists/) },
        code: null,
      })),
    );
    for (const [place, { url }] of all.entries()) {
      const { version, owner, level } = before[place];
      expect((await admin('GET', url)).body).toMatchObject({ version, owner, level });
    }
    const only = { ...filter, cases: [all[0]!.id, all[2]!.id] };
    const moved = (await admin('POST', '/api/hand-overs/batch', { filter: only, handOver })).body;
    expect(moved).toMatchObject({ count: 2, moved: 2, next: null });
    expect((await admin('GET', all[1]!.url)).body.level).toBe(1);
    const down = { direction: 'across', reason: 'wish_of_lead', summary: 'Yours.', agent: to };
    const across = (
      await admin('POST', '/api/hand-overs/batch', {
        filter: { cases: [all[0]!.id] },
        handOver: down,
        dryRun: true,
      })
    ).body;
    const stays = moved.cases[0].to.id === to;
    expect(across.cases).toMatchObject([{ to: { id: to }, code: stays ? 'wrong_status' : null }]);
  });

  it('are one’s own alone, unless one leads their team', async () => {
    const { topic, all } = await several(4);
    const mine = all.filter((one) => one.ownerId === all[0]!.ownerId).length;
    const count = async (ask: Ask) =>
      (await ask('POST', '/api/hand-overs/batch', { filter: { topic }, handOver, dryRun: true }))
        .body.count;
    const lead = await as(company.agents[0][0]!, 'lead');
    expect(await count(lead)).toBe(4);
    if (all[0]!.ownerId !== company.agents[0][0]) expect(await count(all[0]!.owner)).toBe(mine);
    const stranger = await as(company.agents[1][1]!);
    expect(await count(stranger)).toBe(0);
  });

  it('stay where they cannot move, and it is said why', async () => {
    const { topic, all } = await several(1);
    const body = { filter: { topic }, handOver };
    for (let level = 1; level < 3; level++) await admin('POST', '/api/hand-overs/batch', body);
    const last = await admin('POST', '/api/hand-overs/batch', body);
    expect(last.body).toMatchObject({
      moved: 0,
      refused: [{ case: all[0]!.id, code: 'at_the_top' }],
      next: null,
    });
  });
});

it('leaves a database in which doctor finds nothing', async () => {
  for (const check of checks)
    expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
});
