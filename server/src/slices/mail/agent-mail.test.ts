import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import type { Weekday, WeeklyStretch } from '../../kernel/working-time.ts';
import { changeSettings } from './commands/change-settings.ts';
import { newId } from '../../platform/ids.ts';
import { inTransaction, runCommand } from '../../platform/db.ts';
import type { NoticeChoicesChange } from '@baton/contract';
import { chooseNotices, noticeTasks } from '../notices/index.ts';
import { createCalendar } from '../people/index.ts';
import { checks } from './checks.ts';
import { mailAgents } from './commands/mail-agents.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
  await setAgent({ name: 'Tom Larsen', email: 'tom@desk.test', zone: 'Europe/Copenhagen' });
});
afterAll(() => office.close());
beforeEach(async () => {
  await setAgent({ language: 'en', email: 'tom@desk.test' });
  await office.deps.db.deleteFrom('baton.notice_choices').execute();
  await mailNow();
  office.relay.arrived.length = 0;
  office.relay.refuseRecipient = () => null;
});

type Agent = { name: string; email: string; zone: string; language: string };

async function setAgent(fields: Partial<Agent>) {
  await office.deps.db.updateTable('baton.agents').set(fields).execute();
}

const choose = (change: NoticeChoicesChange) =>
  runCommand(office.deps, office.head, (ctx) => chooseNotices(ctx, office.head.id!, change));

/** After so long agents are told by mail of what they have not seen. */
async function mailNow(waitMs = minuteMs) {
  office.deps.clock.travel(waitMs);
  await mailAgents(office.deps);
  await runMailWork(office.deps);
}

const toTom = () => office.relay.arrived.filter(({ to }) => to.includes('tom@desk.test'));

const noticesOf = (caseId: string | null) =>
  office.deps.db
    .selectFrom('baton.notices')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();

/** A case of Maria's, and the mail by which Tom hears of it. */
async function toldOfCase() {
  const opened = await office.arrive({});
  await mailNow();
  const { number } = await office.case(opened.case_id);
  const told = toTom().find(({ mail }) => mail.subject?.startsWith(`#${number} `));
  return { caseId: opened.case_id, number, told: told! };
}

describe('outside the working hours of an agent', () => {
  const at = (aheadMs: number) => {
    const { clock } = office.deps;
    return clock
      .shift(new Date(Date.now() + aheadMs))
      .toISOString()
      .slice(11, 16);
  };
  /** At work each day for an hour, which begins so far ahead. */
  async function worksFrom(aheadMs: number) {
    const [from, to] = [at(aheadMs), at(aheadMs + hourMs)];
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to }));
    const id = newId();
    await office.deps.db
      .insertInto('baton.calendars')
      .values({ id, name: id, zone: 'UTC', weekly: JSON.stringify(weekly) })
      .execute();
    await office.deps.db.updateTable('baton.agents').set({ calendar_id: id }).execute();
  }
  afterEach(async () => {
    await office.deps.db.updateTable('baton.agents').set({ calendar_id: null }).execute();
  });

  test('mail waits until they are at work, and comes as one', async () => {
    await worksFrom(60 * hourMs);
    const [first, second] = [await office.arrive({}), await office.arrive({})];
    await mailNow();
    expect(toTom()).toEqual([]);
    expect(await noticesOf(first.case_id)).toMatchObject([{ mail_state: 'queued' }]);
    await mailNow(11 * hourMs);
    expect(toTom()).toEqual([]);
    await mailNow(hourMs + 2 * minuteMs);
    expect(toTom()).toHaveLength(1);
    expect(await noticesOf(second.case_id)).toMatchObject([{ mail_state: 'sent' }]);
  });

  test('what waits comes at once when they choose not to wait', async () => {
    await worksFrom(5 * hourMs);
    const { case_id: caseId } = await office.arrive({});
    await mailNow();
    expect(await noticesOf(caseId)).toMatchObject([{ mail_hold: 'outside_hours' }]);
    await choose({ groups: { tasks: { mail: false } } });
    await mailNow(0);
    expect(await noticesOf(caseId)).toMatchObject([{ mail_state: 'queued' }]);
    await choose({ onlyAtWork: false });
    await mailNow(0);
    expect(await noticesOf(caseId)).toMatchObject([{ mail_state: 'sent' }]);
    expect(toTom()).toHaveLength(1);
  });

  test('what waits comes when their hours are others', async () => {
    await worksFrom(5 * hourMs);
    const { case_id: caseId } = await office.arrive({});
    await mailNow();
    expect(await noticesOf(caseId)).toMatchObject([{ mail_hold: 'outside_hours' }]);
    const later = office.deps.clock.shift(new Date(Date.now() + 48 * hourMs)).getUTCDay();
    await keepsHours([{ day: (later || 7) as Weekday, from: '00:00', to: '00:00' }]);
    const [held] = await noticesOf(caseId);
    expect(held).toMatchObject({ mail_state: 'queued' });
    expect(held!.mail_from!.getUTCDay()).toBe(later);
    await keepsHours([]);
    expect(await noticesOf(caseId)).toMatchObject([{ mail_state: 'sent' }]);
    expect(toTom()).toHaveLength(1);
  });

  /** Tom keeps these hours from now on, and what follows from it is done. */
  async function keepsHours(weekly: WeeklyStretch[]) {
    const uses = { company: false, levels: [], teams: [], agents: [office.head.id!] };
    const calendar = { name: newId(), zone: 'UTC', weekly, closed: [], uses };
    await runCommand(office.deps, office.head, (ctx) => createCalendar(ctx, calendar));
    const followed = await office.deps.db
      .deleteFrom('baton.work')
      .where('task', '=', 'notices.hours')
      .returning('payload')
      .execute();
    for (const { payload } of followed) {
      await noticeTasks['notices.hours']!(office.deps, payload as Record<string, unknown>);
    }
    await mailNow(0);
  }

  test('what is urgent comes at any hour', async () => {
    await worksFrom(5 * hourMs);
    const urgent = await office.arrive({});
    await office.deps.db
      .updateTable('baton.cases')
      .set({ urgency: 'urgent' })
      .where('id', '=', urgent.case_id)
      .execute();
    const usual = await office.arrive({});
    await mailNow();
    expect(toTom().map(({ mail }) => mail.subject)).toEqual([
      `#${(await office.case(urgent.case_id)).number} · A new case is in your hands`,
    ]);
    await office.deps.db
      .updateTable('baton.notices')
      .set({ seen_at: new Date() })
      .where('case_id', '=', usual.case_id)
      .execute();
    office.deps.clock.travel(6 * hourMs);
    await mailNow();
    expect(toTom()).toHaveLength(1);
  });
});

describe('what an agent hears by mail', () => {
  test('a case that came: its number, the customer, what happened, and no more', async () => {
    const { number, told, caseId } = await toldOfCase();
    expect(told.mail.subject).toBe(`#${number} · A new case is in your hands`);
    expect(told.mail.text).toContain('Hello Tom Larsen,');
    expect(told.mail.text).toContain(`Case number: ${number}\nCustomer: Maria Popescu`);
    expect(told.mail.text).toContain('Central European');
    expect(told.mail.text).toContain(`/cases/${caseId}`);
    expect(told.mail.text).not.toContain('router');
    expect(told.raw).not.toContain('yesterday');
    expect(told.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(told.mail.replyTo!.value[0]!.address).toMatch(/^support\+a\d+-[a-z2-7]{12}@acme\.test$/);
    expect(await noticesOf(caseId)).toMatchObject([{ kind: 'case_came', mail_state: 'sent' }]);
  });

  test('waits a minute, and is silent about what was seen meanwhile', async () => {
    const opened = await office.arrive({});
    await mailNow(50_000);
    expect(toTom()).toEqual([]);
    await office.deps.db
      .updateTable('baton.notices')
      .set({ seen_at: new Date() })
      .where('case_id', '=', opened.case_id)
      .execute();
    await mailNow(20_000);
    expect(toTom()).toEqual([]);
    expect(await noticesOf(opened.case_id)).toMatchObject([
      { mail_state: 'suppressed', mail_reason: 'seen' },
    ]);
  });

  test('several cases come in one mail, to which one cannot answer', async () => {
    const first = await office.arrive({});
    const second = await office.arrive({});
    await mailNow();
    expect(toTom()).toHaveLength(1);
    const { mail } = toTom()[0]!;
    const numbers = [
      (await office.case(first.case_id)).number,
      (await office.case(second.case_id)).number,
    ];
    expect(mail.subject).toBe(`#${numbers[0]} · #${numbers[1]} · A new case is in your hands`);
    expect(mail.text).toContain('not to this address');
    const answer = { from: 'tom@desk.test', to: [mail.replyTo!.value[0]!.address!] };
    const aside = await office.arrive({ ...answer, text: 'Mine.' }, answer);
    expect(aside).toMatchObject({ outcome: 'set_aside', reason: 'answers_several_cases' });
  });

  test.each([
    ['the address leads nowhere', { email: 'head@localhost' }, 'no_address'],
    ['the address is our own', { email: 'own@acme.test' }, 'own_address'],
  ])('no mail where %s', async (_, agent, reason) => {
    await office.deps.db.updateTable('baton.brands').set({ address: 'own@acme.test' }).execute();
    await setAgent(agent);
    const opened = await office.arrive({});
    await mailNow();
    expect(await noticesOf(opened.case_id)).toMatchObject([
      { mail_state: 'suppressed', mail_reason: reason },
    ]);
    await office.deps.db.updateTable('baton.brands').set({ address: null }).execute();
  });

  test('what is only useful is told where everything is wanted, in the own language', async () => {
    const { caseId, number } = await toldOfCase();
    await setAgent({ language: 'da' });
    await choose({ groups: { customer: { mail: true } } });
    office.relay.arrived.length = 0;
    await office.arrive({ Subject: `More [#${number}]` });
    await mailNow();
    expect(toTom().map(({ mail }) => mail.subject)).toEqual([`#${number} · Kunden skrev`]);
    expect((await noticesOf(caseId)).at(-1)).toMatchObject({ mail_state: 'sent' });
  });

  test('a relay that refuses is tried again, and what it says in the end stays', async () => {
    office.relay.refuseRecipient = () => [451, 'Later'];
    const opened = await office.arrive({});
    await mailNow();
    expect(await noticesOf(opened.case_id)).toMatchObject([{ mail_state: 'queued' }]);
    office.relay.refuseRecipient = () => [550, 'No such user'];
    office.deps.clock.travel(hourMs);
    await runMailWork(office.deps);
    expect(await noticesOf(opened.case_id)).toMatchObject([
      { mail_state: 'refused', mail_reason: expect.stringContaining('No such user') },
    ]);
  });
});

describe('what an agent answers', () => {
  async function answered(change: { from?: string; [header: string]: string | undefined } = {}) {
    const about = await toldOfCase();
    const address = about.told.mail.replyTo!.value[0]!.address!;
    const { from = 'Tom <tom@desk.test>', ...headers } = change;
    office.relay.arrived.length = 0;
    const row = await office.arrive(
      {
        from,
        to: [address],
        Subject: `Re: ${about.told.mail.subject}`,
        text: 'I know this one.\n\nOn Tue, 3 Mar 2026 at 10:24, Baton wrote:\n> A new case',
        ...headers,
      },
      { from: 'tom@desk.test', to: [address] },
    );
    return { ...about, row };
  }

  test('is a note on the case, with what was quoted cut off, and nobody outside sees it', async () => {
    const { caseId, row } = await answered();
    expect(row).toMatchObject({ outcome: 'joined', reason: 'agent_answer', case_id: caseId });
    const note = (await office.messages(caseId)).at(-1)!;
    expect(note).toMatchObject({
      direction: 'internal',
      kind: 'note',
      author_kind: 'agent',
      author_id: office.head.id,
      text: 'I know this one.',
      inbound_id: row.id,
    });
    expect(note.quoted).toContain('> A new case');
    expect(office.relay.arrived).toEqual([]);
    expect((await office.case(caseId)).first_reply_met_at).toBeNull();
  });

  test('is known by the mail that it answers, where the address was lost', async () => {
    const { caseId, told } = await toldOfCase();
    const headers = { from: 'tom@desk.test', 'In-Reply-To': told.mail.messageId };
    const row = await office.arrive(headers, { from: 'tom@desk.test' });
    expect(row).toMatchObject({ outcome: 'joined', reason: 'agent_answer', case_id: caseId });
  });

  test('by somebody else is set aside, and the owner hears of it', async () => {
    const { caseId, row } = await answered({ from: 'Maria <maria@customer.test>' });
    expect(row).toMatchObject({ outcome: 'set_aside', reason: 'not_the_agent', case_id: null });
    expect((await noticesOf(caseId)).at(-1)).toMatchObject({
      kind: 'answer_set_aside',
      agent_id: office.head.id,
      data: { reason: 'not_the_agent', inbound: row.id },
    });
    expect(office.relay.arrived).toEqual([]);
  });

  test('with a forged sender is set aside', async () => {
    await runCommand(office.deps, office.head, (ctx) =>
      changeSettings(ctx, { trustedHosts: ['mx.acme.test'] }),
    );
    const { row } = await answered({ 'Authentication-Results': 'mx.acme.test; dmarc=fail' });
    expect(row).toMatchObject({ outcome: 'set_aside', reason: 'authentication_failed' });
  });

  test('while away is set aside, without a word to anybody', async () => {
    const { caseId, row } = await answered({ 'Auto-Submitted': 'auto-replied' });
    expect(row).toMatchObject({ outcome: 'set_aside', reason: 'automatic_reply' });
    expect((await noticesOf(caseId)).map(({ kind }) => kind)).toEqual(['case_came']);
  });

  test('after a word of the agent to us without our token there is a case like any other', async () => {
    const row = await office.arrive({ from: 'Tom <tom@desk.test>', Subject: 'My own laptop' });
    expect(row).toMatchObject({ outcome: 'opened', reason: 'new' });
  });
});

test('a mail to an agent that came back says so beside what it told', async () => {
  const { caseId, told } = await toldOfCase();
  await office.arrive(
    {
      from: 'mailer-daemon@mx.test',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      text: [
        '--b\r\nContent-Type: message/delivery-status\r\n',
        'Reporting-MTA: dns; mx.test\r\n',
        'Final-Recipient: rfc822; tom@desk.test\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${told.mail.messageId}\r\n`,
        '--b--',
      ].join('\r\n'),
    },
    { from: '' },
  );
  expect((await noticesOf(caseId))[0]).toMatchObject({ mail_state: 'refused' });
});

test('one agent who cannot be told keeps nobody else from being told', async () => {
  const { db, clock } = office.deps;
  const other = newId();
  const now = clock.shift(new Date());
  const agent = { name: 'Ana', email: 'ana@desk.test', role: 'agent' };
  await db
    .insertInto('baton.agents')
    .values({ id: other, ...agent, created_at: now })
    .execute();
  // Of a kind for which there are no words: a newer server wrote it.
  const told = { id: newId(), agent_id: other, kind: 'unheard_of', at: now };
  await db.insertInto('baton.notices').values(told).execute();
  await office.arrive({ from: 'after@customer.test' });
  await mailNow();
  expect(toTom()).toHaveLength(1);
  await db.deleteFrom('baton.notices').where('id', '=', told.id).execute();
  await db.deleteFrom('baton.agents').where('id', '=', other).execute();
});

describe('what an agent chose', () => {
  test('none of what is not wanted', async () => {
    await choose({ groups: { hands: { mail: false } } });
    const opened = await office.arrive({});
    await mailNow();
    expect((await noticesOf(opened.case_id))[0]).toMatchObject({
      mail_state: 'suppressed',
      mail_reason: 'not_wanted',
    });
  });

  test('gathered for as long as they wish; what presses comes at once, and the rest with it', async () => {
    await choose({ gather: 'PT1H' });
    const first = await office.arrive({});
    await mailNow();
    expect(toTom()).toEqual([]);
    expect((await noticesOf(first.case_id))[0]).toMatchObject({
      mail_state: 'queued',
      mail_hold: 'gathering',
    });
    const second = await office.arrive({});
    await office.deps.db
      .updateTable('baton.cases')
      .set({ urgency: 'urgent' })
      .where('id', '=', second.case_id)
      .execute();
    await mailNow();
    expect(toTom()).toHaveLength(1);
    await office.arrive({});
    await mailNow(59 * minuteMs);
    expect(toTom()).toHaveLength(1);
    await mailNow(2 * minuteMs);
    expect(toTom()).toHaveLength(2);
  });

  test('what is about one case stands together in their mail, with the way to their choices', async () => {
    const { caseId, number, told } = await toldOfCase();
    await choose({ groups: { customer: { mail: true } } });
    office.relay.arrived.length = 0;
    await office.arrive({ Subject: `More [#${number}]` });
    await mailNow();
    const [more] = toTom();
    expect(more!.mail.references).toContain(`<notices.${caseId}.${office.head.id}@acme.test>`);
    expect(more!.mail.references).toEqual(told.mail.references);
    expect(more!.mail.inReplyTo).toBe(told.mail.inReplyTo);
    expect(more!.raw).toMatch(/^List-Unsubscribe: <http[^>]*\/notices\/choices>/m);
    expect(more!.mail.text).toContain('/notices/choices');
  });
});

test('the mail is accounted for after all of it', async () => {
  for (const check of checks) expect(await check.find(office.deps)).toEqual([]);
  const states = await inTransaction(office.deps.db, (tx) =>
    tx.selectFrom('baton.notices').select('mail_state').distinct().execute(),
  );
  expect(states.map(({ mail_state }) => mail_state)).not.toContain('queued');
});
