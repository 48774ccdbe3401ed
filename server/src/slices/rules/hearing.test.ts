import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDeps } from '../../../test/deps.ts';
import { type Ask, testServer } from '../../../test/http.ts';
import { runCommand } from '../../platform/db.ts';
import { addMessage } from '../cases/index.ts';
import { messageBy } from '../cases/author.ts';
import { tasks } from './jobs.ts';
import { runChecks, runRuleWork } from './testing.ts';

let deps: TestDeps;
let admin: Ask;
let as: Awaited<ReturnType<typeof testServer>>['as'];
beforeAll(async () => {
  ({ deps, admin, as } = await testServer());
});

const urgent = { do: 'set_urgency', urgency: 'urgent' };
const noted = { do: 'note', text: 'Look here.' };
const write = async (rule: object) =>
  (await admin('POST', '/api/rules', { name: 'A rule', ...rule })).body as { id: string };
const remove = (rule: { id: string }) => admin('DELETE', `/api/rules/${rule.id}`);
const open = async (more: object = {}) =>
  (
    await admin('POST', '/api/cases', {
      customer: { email: 'maria@kuznetsova.example' },
      subject: 'Lamp',
      text: 'It does not light.',
      ...more,
    })
  ).body.id as string;
const actsOf = async (caseId: string) =>
  (await admin('GET', `/api/cases/${caseId}/events`)).body.items
    .filter(({ rule }: { rule: unknown }) => rule !== null)
    .map(({ kind }: { kind: string }) => kind);
const answer = (caseId: string, text: string, automatic = false) =>
  runCommand(deps, { kind: 'customer', id: null }, (ctx) => {
    const message = messageBy(ctx.actor, { direction: 'in', kind: 'mail', text });
    return addMessage(ctx, { caseId, message: { ...message, automatic } });
  });

describe('what a customer writes', () => {
  it('is heard in their last words, and machines are not', async () => {
    const rule = await write({
      when: { on: 'customer_wrote' },
      if: { match: 'all', of: [{ field: 'words', words: ['bonjour'], place: 'text' }] },
      acts: [noted],
    });
    const id = await open({ text: 'Bonjour!' });
    await answer(id, 'It still does not light.');
    await answer(id, 'Bonjour, I am away.', true);
    await runRuleWork(deps);
    expect(await actsOf(id)).toEqual([]);
    await answer(id, 'BONJOUR?');
    await runRuleWork(deps);
    expect(await actsOf(id)).toEqual(['noted']);
    await remove(rule);
  });

  it('is recorded as work only where a rule listens', async () => {
    const id = await open();
    await answer(id, 'Hello?');
    const { rows } = await deps.pool.query(
      `select count(*)::int as count from baton.work where task like 'rules.%'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});

it('two servers that take up the same work let a rule act once', async () => {
  const rule = await write({ when: { on: 'case_opened' }, acts: [noted] });
  const caseId = await open();
  await Promise.all(
    Array.from({ length: 6 }, () => tasks['rules.event']!(deps, { caseId, seq: 1 })),
  );
  await runRuleWork(deps);
  expect(await actsOf(caseId)).toEqual(['noted']);
  await remove(rule);
});

it('a rule of a team acts on its cases and those of teams below, on no others', async () => {
  const teams = (await admin('GET', '/api/teams')).body.items as { id: string; level: number }[];
  const [front, second] = [1, 2].map((level) => teams.find((one) => one.level === level)!.id);
  const below = await write({ team: second, when: { on: 'case_opened' }, acts: [urgent] });
  const id = await open();
  await runRuleWork(deps);
  expect(await actsOf(id)).toEqual(['urgency_set']);
  await remove(below);

  const own = await write({ team: front, when: { on: 'urgency_set' }, acts: [noted] });
  const higher = await open();
  await admin('POST', `/api/cases/${higher}/handovers`, {
    direction: 'up',
    reason: 'not_in_time',
    summary: 'Too much.',
  });
  await admin('PATCH', `/api/cases/${higher}`, { urgency: 'low' });
  await runRuleWork(deps);
  expect(await actsOf(higher)).toEqual([]);
  await remove(own);
});

it('whoever tries a rule is shown the cases that they may see, and no others', async () => {
  const lead = await as('lead');
  const { body } = await lead('POST', '/api/rules/trials', {
    when: { on: 'case_opened' },
    acts: [urgent],
  });
  expect(body).toMatchObject({ looked: 0, total: 0, hits: [], next: null });
});

it('`doctor` finds an act of a rule that there never was', async () => {
  expect(await runChecks(deps)).toEqual([]);
  const caseId = await open();
  await deps.pool.query(
    `insert into baton.case_events (case_id, seq, at, kind, actor_kind, data, rule_id, rule_version)
    values ($1, 99, now(), 'noted', 'baton', '{}', $1, 1)`,
    [caseId],
  );
  expect(await runChecks(deps)).toMatchObject([{ caseId }]);
});
