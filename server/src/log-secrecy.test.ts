import { PassThrough } from 'node:stream';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { afterThisFile } from '../test/cleanup.ts';
import { askAs } from '../test/http.ts';
import { buildApp } from './app.ts';
import { instant } from './platform/db.ts';
import { openLog } from './platform/log.ts';
import { startJobs } from './platform/jobs.ts';
import { createKey, firstAdministratorLink, upkeep } from './slices/auth/index.ts';
import { mailTasks } from './slices/mail/jobs.ts';
import { PostOffice, runMailWork } from './slices/mail/testing.ts';

/*
 * Mail, the API and failures of every kind with marked secrets and texts of people; then the log,
 * at its loudest, is searched for the marks.
 */

const mark = 'zqsecret';
let log = '';
let office: PostOffice;

beforeAll(async () => {
  office = await PostOffice.open();
  afterThisFile(() => office.close());
  const stream = new PassThrough();
  stream.on('data', (chunk) => (log += String(chunk)));
  office.deps.log = openLog('trace', stream as unknown as NodeJS.WriteStream);
  await upkeep(office.deps, new Date());
});

const inMail = {
  from: `Zqsecret Popescu <${mark}@customer.test>`,
  Subject: `${mark} subject`,
  text: `${mark} text`,
};
/** Has the database refuse every row of a table, with the row in its words. */
const refuseRows = async (table: string) => {
  await sql`alter table ${sql.table(`baton.${table}`)}
    add constraint refused check (false) not valid`.execute(office.deps.db);
};
const takeRows = async (table: string) => {
  await sql`alter table ${sql.table(`baton.${table}`)} drop constraint refused`.execute(
    office.deps.db,
  );
};

test('mail that works and mail that fails leaves nothing of anybody in the log', async () => {
  const handed = { from: `${mark}@customer.test` };
  const first = await office.arrive(inMail, handed);
  office.relay.refuseRecipient = (address) => [450, `Not now, ${address}: ${mark}@customer.test.`];
  await office.reply(first.case_id, `${mark} reply`);
  office.relay.refuseRecipient = () => null;
  await refuseRows('messages');
  const failing = await office.hand(office.rawOf(inMail), handed);
  for (let attempt = 0; attempt < 6; attempt++) {
    await mailTasks['mail.parse']!(office.deps, { inboundId: failing }).catch(() => {});
  }
  await takeRows('messages');
  expect(log).toContain('cannot be processed');
  expect(log).not.toMatch(new RegExp(mark, 'i'));
});

test('requests that work and requests that fail leave nothing, either', async () => {
  const { deps } = office;
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const key = await createKey(deps, { name: 'admin', role: 'admin' });
  const admin = askAs(app, { authorization: `Bearer ${key}` });
  const link = (await firstAdministratorLink(deps))!.split('/').at(-1)!;
  await admin('GET', `/api/sign-in-links/${link}`);
  const person = { name: mark, email: `${mark}@acme.test`, password: `${mark} password` };
  await admin('POST', `/api/sign-in-links/${link}`, person);
  const { email, password } = person;
  await admin('POST', '/api/auth/sign-in/email', { email, password: `${password} wrong` });
  await admin('POST', '/api/customers', { name: mark });
  await admin('GET', `/api/customers?q=${mark}`);
  await refuseRows('customers');
  const failed = await admin('POST', '/api/customers', { name: mark });
  await takeRows('customers');
  expect(failed.status).toBe(500);
  expect(JSON.stringify(failed.body)).not.toContain(mark);
  await app.inject({
    method: 'POST',
    url: `/api/customers?${mark}=1`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    payload: `{"${mark}`,
  });
  expect(log).toContain('"url":"/api/customers"');
  expect(log).not.toMatch(new RegExp(mark, 'i'));
  expect(log).not.toContain(key);
  expect(log).not.toContain(link);
});

test('work that fails in the queue leaves its words without people', async () => {
  const { deps } = office;
  const run = async () => {
    throw Object.assign(new Error(`550 ${mark}@customer.test is unknown`), {
      response: `550 ${mark}`,
      detail: mark,
    });
  };
  const jobs = await startJobs(deps, { ...mailTasks, 'mail.parse': run });
  const before = log.length;
  await office.hand(office.rawOf(inMail));
  jobs.wake();
  await expect.poll(() => log.slice(before)).toContain('[address]');
  await jobs.stop();
  expect(await instant(deps.db, deps)).toBeInstanceOf(Date);
  expect(log).not.toMatch(new RegExp(mark, 'i'));
  await runMailWork(deps);
});
