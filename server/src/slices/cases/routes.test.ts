import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http-types.ts';
import { hourMs } from '../../kernel/duration.ts';
import { createKey } from '../auth/index.ts';
import { sweep } from './jobs.ts';
import { caseForMail } from './store/for-mail.ts';

let deps: TestDeps;
let company: Pyramid;
let app: App;
let admin: string;

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  app = await buildApp(deps);
  admin = await createKey(deps, { name: 'admin', role: 'admin' });
});

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
async function ask(
  key: string,
  method: Method,
  url: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body ? { payload: body } : {}),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const opening = {
  customer: { name: '林晓梅', email: 'lin@example.cn', language: 'zh' },
  subject: '路由器红灯闪烁',
  text: '无法上网。',
};
const openOne = async (more: object = {}) =>
  (await ask(admin, 'POST', '/api/cases', { ...opening, ...more })).body;
const keyOf = (agentId: string) => createKey(deps, { name: agentId, role: 'agent', agentId });
const ownerKey = async (one: { owner: { id: string } }) => keyOf(one.owner.id);

describe('a case over the API', () => {
  it('is opened with everything that one needs to know of it', async () => {
    const { status, headers, body } = await ask(admin, 'POST', '/api/cases', opening);
    expect(status).toBe(201);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      subject: opening.subject,
      status: 'open',
      level: 1,
      customer: { name: '林晓梅' },
      brand: { name: 'Nordlys' },
      topic: null,
      urgency: 'normal',
      clock: { holdingTime: 'PT20H', pausedSince: null },
      firstReply: { metAt: null },
      lastMessage: { direction: 'in', preview: '无法上网。' },
      version: 1,
    });
    expect(body.owner.id).toBeOneOf(company.agents[0]);
    expect(body.clock.explanation).toMatchObject([{ kind: 'running', counted: true }]);
  });

  it('is lived through from opening to solved', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const at = `/api/cases/${one.id}`;
    const reply = await ask(key, 'POST', `${at}/replies`, { text: '请重启路由器。' });
    expect(reply).toMatchObject({ status: 201, body: { direction: 'out', kind: 'reply' } });
    expect((await ask(key, 'POST', `${at}/notes`, { text: 'Old model.' })).status).toBe(201);
    const waiting = await ask(key, 'POST', `${at}/wait`, {});
    expect(waiting.body).toMatchObject({ status: 'waiting', clock: { due: null } });
    expect((await ask(key, 'DELETE', `${at}/wait`)).body.status).toBe('open');
    const changed = await ask(key, 'PATCH', at, { urgency: 'high', subject: 'Router' });
    expect(changed.body).toMatchObject({ urgency: 'high', subject: 'Router' });
    const solved = await ask(key, 'POST', `${at}/solution`, { text: '更换了电源。' });
    expect(solved.body.status).toBe('solved');
    const reopened = await ask(key, 'POST', `${at}/reopening`, { reason: 'Called again.' });
    expect(reopened.body).toMatchObject({ status: 'open', owner: one.owner });
    const events = await ask(key, 'GET', `${at}/events`);
    expect(events.body.items.map((event: { kind: string }) => event.kind)).toEqual([
      'opened',
      'replied',
      'first_reply_met',
      'noted',
      'waiting_began',
      'resumed',
      'subject_set',
      'urgency_set',
      'solved',
      'reopened',
      'noted',
    ]);
    const messages = await ask(key, 'GET', `${at}/messages?limit=2`);
    expect(messages.body.items).toHaveLength(2);
    const rest = await ask(key, 'GET', `${at}/messages?cursor=${messages.body.next}`);
    expect(rest.body).toMatchObject({ next: null });
    expect(rest.body.items).toHaveLength(3);
  });

  it('goes up and across, and is followed', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const at = `/api/cases/${one.id}`;
    const across = { direction: 'across', reason: 'wrong_case', summary: 'Not mine.' };
    const moved = await ask(key, 'POST', `${at}/handovers`, across);
    expect(moved.body.owner.id).not.toBe(one.owner.id);
    expect(moved.body.clock.due).toBe(one.clock.due);
    const up = { direction: 'up', reason: 'beyond_my_knowledge', summary: 'Firmware.' };
    const above = await ask(await ownerKey(moved.body), 'POST', `${at}/handovers`, up);
    expect(above).toMatchObject({ status: 201, body: { level: 2 } });
    const names = above.body.followers.map(({ id }: { id: string }) => id);
    expect(new Set(names)).toEqual(new Set(company.agents[0]));
    const taker = await ask(key, 'DELETE', `${at}/followers/${one.owner.id}`);
    expect([taker.status, taker.body.code]).toEqual([409, 'wrong_status']);
    const other = moved.body.owner.id;
    const foreign = await ask(key, 'DELETE', `${at}/followers/${other}`);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'not_owner']);
    const left = await ask(await keyOf(other), 'DELETE', `${at}/followers/${other}`);
    expect(left.body.items).toHaveLength(1);
  });

  it('is out of sight for a follower who follows it no longer', async () => {
    const one = await openOne();
    const specialist = company.agents[1][1]!;
    const at = `/api/cases/${one.id}`;
    await ask(admin, 'POST', `${at}/followers`, { agent: specialist });
    expect((await ask(await keyOf(specialist), 'GET', at)).status).toBe(200);
    await ask(admin, 'DELETE', `${at}/followers/${specialist}`);
    expect((await ask(await keyOf(specialist), 'GET', at)).status).toBe(404);
  });

  it('of another customer writes to that one from then on, and no longer to the former', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const other = await ask(admin, 'POST', '/api/customers', {
      name: 'Li Wei',
      identities: [{ kind: 'mail', value: 'Li@example.cn' }],
    });
    await ask(key, 'PATCH', `/api/cases/${one.id}`, { customer: other.body.id });
    const { participants } = (await caseForMail(deps.db, { id: one.id }))!;
    expect(participants).toMatchObject([{ address: 'li@example.cn', role: 'customer' }]);
  });

  it('cannot be made that of a customer whom its owner may not see', async () => {
    const theirs = await openOne({
      customer: { name: 'Secret', email: 'secret@example.org' },
    });
    for (let level = 1; level < 3; level++) {
      const up = { direction: 'up', reason: 'not_in_time', summary: 'x' };
      await ask(admin, 'POST', `/api/cases/${theirs.id}/handovers`, up);
    }
    await deps.db.deleteFrom('baton.case_agents').where('case_id', '=', theirs.id).execute();
    const specialist = company.agents[1][1]!;
    const own = await openOne({ customer: { name: 'Own', email: 'own@example.org' } });
    await ask(admin, 'POST', `/api/cases/${own.id}/handovers`, {
      direction: 'up',
      reason: 'not_in_time',
      summary: 'x',
    });
    await ask(admin, 'POST', `/api/cases/${own.id}/handovers`, {
      direction: 'across',
      reason: 'wish_of_lead',
      summary: 'x',
      agent: specialist,
    });
    const answer = await ask(await keyOf(specialist), 'PATCH', `/api/cases/${own.id}`, {
      customer: theirs.customer.id,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_reference']);
  });

  it('is set aside and brought back', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const at = `/api/cases/${one.id}/setting-aside`;
    expect((await ask(key, 'POST', at, { reason: 'spam' })).body).toMatchObject({
      status: 'set_aside',
      setAsideReason: 'spam',
    });
    expect((await ask(key, 'DELETE', at)).body).toMatchObject({ status: 'open', owner: one.owner });
  });

  it('moves its due instant with the holding time of its level', async () => {
    const one = await openOne();
    await ask(admin, 'PATCH', '/api/levels/1', { holdingTime: 'PT10H' });
    const shorter = (await ask(admin, 'GET', `/api/cases/${one.id}`)).body;
    expect(Date.parse(one.clock.due) - Date.parse(shorter.clock.due)).toBe(10 * hourMs);
    await ask(admin, 'PATCH', '/api/levels/1', { holdingTime: 'PT20H' });
    const { body } = await ask(admin, 'GET', `/api/cases/${one.id}/clock`);
    expect(body.due).toBe(one.clock.due);
    expect(body.explanation.map(({ kind }: { kind: string }) => kind)).toEqual([
      'holding_time_changed',
      'holding_time_changed',
      'running',
    ]);
  });

  it('is handed over when its owner is disabled, in the same act', async () => {
    const created = await ask(admin, 'POST', '/api/agents', {
      name: 'Eva Lund',
      email: 'eva@desk.example',
      teams: [{ team: company.teams[0], capacity: 500 }],
    });
    const one = await openOne();
    await ask(await ownerKey(one), 'POST', `/api/cases/${one.id}/handovers`, {
      direction: 'across',
      reason: 'absence',
      summary: 'Leaving.',
      agent: created.body.id,
    });
    await ask(admin, 'PATCH', `/api/agents/${created.body.id}`, { active: false });
    const { body } = await ask(admin, 'GET', `/api/cases/${one.id}`);
    expect(body.owner.id).toBeOneOf(company.agents[0]);
    expect(body.status).toBe('open');
  });
});

describe('lists of cases', () => {
  it('are filtered, and paged without gaps or doubles', async () => {
    const high = [];
    for (let count = 0; count < 5; count++) high.push(await openOne({ urgency: 'urgent' }));
    const first = await ask(admin, 'GET', '/api/cases?status=open&limit=3');
    const ids = new Set(first.body.items.map(({ id }: { id: string }) => id));
    let next = first.body.next as string | null;
    while (next) {
      const page = (await ask(admin, 'GET', `/api/cases?status=open&limit=3&cursor=${next}`)).body;
      for (const { id } of page.items) {
        expect(ids).not.toContain(id);
        ids.add(id);
      }
      next = page.next;
    }
    for (const { id } of high) expect(ids).toContain(id);
  });

  it('begin with what has to be done first: a first reply before the end of an answered case', async () => {
    const answered = await openOne({ urgency: 'urgent' });
    const key = await ownerKey(answered);
    const promptly = await openOne({ urgency: 'low' });
    const place = async ({ number }: { number: number }) => {
      const { body } = await ask(admin, 'GET', '/api/cases?status=open&limit=200');
      const at = body.items.findIndex((item: { number: number }) => item.number === number);
      expect(at).not.toBe(-1);
      return at;
    };
    expect(await place(answered)).toBeLessThan(await place(promptly));
    await ask(key, 'POST', `/api/cases/${answered.id}/replies`, { text: 'Hello.' });
    expect(await place(promptly)).toBeLessThan(await place(answered));
    await ask(await ownerKey(promptly), 'POST', `/api/cases/${promptly.id}/replies`, {
      text: 'Hello.',
    });
    expect(await place(answered)).toBeLessThan(await place(promptly));
    await ask(admin, 'PATCH', `/api/cases/${promptly.id}`, {
      deadline: new Date(Date.parse(answered.clock.due) - hourMs).toISOString(),
    });
    expect(await place(promptly)).toBeLessThan(await place(answered));
  });

  it('hold what is in your hands', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const { body } = await ask(key, 'GET', '/api/cases?owner=me&limit=200');
    for (const item of body.items) expect(item.owner.id).toBe(one.owner.id);
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(one.id);
  });

  it('show an agent the cases of their teams only', async () => {
    await openOne();
    const specialist = await keyOf(company.agents[1][1]!);
    const { body } = await ask(specialist, 'GET', '/api/cases?level=1&limit=200');
    const followed = body.items.filter(
      (item: { team: { id: string } }) => item.team.id === company.teams[0],
    );
    expect(followed).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each<[string, Method, string, object | undefined, number, string]>([
    ['a solution without words', 'POST', '/solution', { text: '  ' }, 400, 'invalid_request'],
    ['no solution at all', 'POST', '/solution', {}, 400, 'invalid_request'],
    ['an unknown field', 'POST', '/notes', { text: 'x', colour: 1 }, 400, 'invalid_request'],
    ['an unknown topic', 'PATCH', '', { topic: crypto.randomUUID() }, 422, 'unknown_reference'],
    [
      'a file of nobody',
      'POST',
      '/notes',
      { text: 'x', files: [crypto.randomUUID()] },
      422,
      'unknown_reference',
    ],
    [
      'a wait in the past',
      'POST',
      '/wait',
      { until: '2020-01-01T00:00:00Z' },
      400,
      'invalid_request',
    ],
    [
      'a wait beyond the limit',
      'POST',
      '/wait',
      { until: '2099-01-01T00:00:00Z' },
      422,
      'waiting_limit',
    ],
    ['resuming what does not wait', 'DELETE', '/wait', undefined, 409, 'wrong_status'],
    ['reopening what is open', 'POST', '/reopening', {}, 409, 'wrong_status'],
    ['a null character', 'POST', '/notes', { text: 'a\u0000b' }, 400, 'invalid_request'],
  ])('%s', async (_, method, noun, body, status, code) => {
    const one = await openOne();
    const answer = await ask(await ownerKey(one), method, `/api/cases/${one.id}${noun}`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const after = (await ask(admin, 'GET', `/api/cases/${one.id}`)).body;
    expect(after.version).toBe(one.version);
  });

  it('a stale version, with nothing done', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const at = `/api/cases/${one.id}`;
    await ask(key, 'POST', `${at}/notes`, { text: 'first' });
    const late = await ask(key, 'POST', `${at}/solution`, { text: 'x' }, { 'if-match': '"1"' });
    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    const fresh = await ask(key, 'POST', `${at}/solution`, { text: 'x' }, { 'if-match': '"2"' });
    expect(fresh.status).toBe(201);
  });

  it("another's case: not yours to act on; from outside the team: no such case", async () => {
    const one = await openOne();
    const colleague = company.agents[0].find((id) => id !== one.owner.id)!;
    const at = `/api/cases/${one.id}`;
    const solve = { text: 'x' };
    const mate = await ask(await keyOf(colleague), 'POST', `${at}/solution`, solve);
    expect([mate.status, mate.body.code]).toBeOneOf([[403, 'not_owner']]);
    const stranger = await keyOf(company.agents[1][1]!);
    for (const [method, noun] of [
      ['GET', ''],
      ['GET', '/messages'],
      ['GET', '/events'],
      ['GET', '/clock'],
      ['GET', '/followers'],
      ['POST', '/solution'],
    ] as const) {
      const answer = await ask(stranger, method, at + noun, method === 'POST' ? solve : undefined);
      expect([noun, answer.status, answer.body.code]).toEqual([noun, 404, 'not_found']);
    }
  });

  it('passing up from the top', async () => {
    const one = await openOne();
    for (let level = 1; level < 3; level++) {
      deps.clock.travel(20 * hourMs);
      await sweep(deps);
    }
    const up = { direction: 'up', reason: 'not_in_time', summary: 'x' };
    const answer = await ask(admin, 'POST', `/api/cases/${one.id}/handovers`, up);
    expect([answer.status, answer.body.code]).toEqual([409, 'at_the_top']);
  });
});

describe('trying again', () => {
  it('with the same key gives the same answer and one case', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await ask(admin, 'POST', '/api/cases', opening, headers);
    const again = await ask(admin, 'POST', '/api/cases', opening, headers);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await ask(admin, 'POST', '/api/cases', { ...opening, subject: 'x' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
  });
});

describe('files', () => {
  const upload = (key: string, name: string, content: string) =>
    app.inject({
      method: 'POST',
      url: '/api/files',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'multipart/form-data; boundary=line',
      },
      payload: [
        '--line',
        `content-disposition: form-data; name="file"; filename="${name}"`,
        'content-type: text/html',
        '',
        content,
        '--line--',
        '',
      ].join('\r\n'),
    });

  it('go along with a note and come back as a download, to whoever sees the case', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const file = (await upload(key, 'расчёт.html', '<script>1</script>')).json();
    const note = { text: 'See there.', files: [file.id] };
    const noted = await ask(key, 'POST', `/api/cases/${one.id}/notes`, note);
    expect(noted.body.files).toMatchObject([{ id: file.id, name: 'расчёт.html' }]);
    const url = `/api/files/${file.id}/content`;
    const got = await app.inject({ url, headers: { authorization: `Bearer ${key}` } });
    expect(got.body).toBe('<script>1</script>');
    expect(got.headers['content-disposition']).toMatch(/^attachment;/);
    expect(got.headers['content-type']).toBe('application/octet-stream');
    const stranger = await keyOf(company.agents[1][1]!);
    const refused = await app.inject({ url, headers: { authorization: `Bearer ${stranger}` } });
    expect(refused.statusCode).toBe(404);
  });

  it('that came with mail can be attached only by whoever sees the case', async () => {
    const one = await openOne();
    const key = await ownerKey(one);
    const file = (await upload(key, 'bill.pdf', 'x')).json();
    await deps.db.updateTable('baton.files').set({ created_by: null }).execute();
    const specialist = company.agents[1][1]!;
    const own = await openOne();
    await ask(admin, 'POST', `/api/cases/${own.id}/followers`, { agent: specialist });
    const note = { text: 'x', files: [file.id] };
    const refused = await ask(await keyOf(specialist), 'POST', `/api/cases/${own.id}/notes`, note);
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_reference']);
  });

  it("of another agent cannot be attached to one's own note", async () => {
    const one = await openOne();
    const colleague = company.agents[0].find((id) => id !== one.owner.id)!;
    const theirs = (await upload(await keyOf(colleague), 'secret.txt', 'x')).json();
    const note = { text: 'x', files: [theirs.id] };
    const answer = await ask(await ownerKey(one), 'POST', `/api/cases/${one.id}/notes`, note);
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_reference']);
  });
});
