import { readdirSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestDeps } from '../test/deps.ts';
import { testServer } from '../test/http.ts';
import { dayMs } from './kernel/duration.ts';
import { inTransaction, instant } from './platform/db.ts';
import { newId } from './platform/ids.ts';
import { largestFile } from './slices/cases/routes/files.ts';
import { foundChannel } from './slices/mail/index.ts';
import { slowUpkeep } from './wiring.ts';

/** The names of all files in the store. */
const kept = (deps: TestDeps) =>
  readdirSync(deps.settings.storageFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name.split('.', 1)[0]!);

/** Lets two days pass, for the database and the files, and does the upkeep. */
async function twoDaysLater(deps: TestDeps): Promise<void> {
  deps.clock.travel(2 * dayMs);
  const then = new Date(Date.now() - 2 * dayMs);
  const { storageFolder } = deps.settings;
  for (const name of await readdir(storageFolder, { recursive: true })) {
    await utimes(join(storageFolder, name), then, then);
  }
  const now = await instant(deps.db, deps);
  for (const one of slowUpkeep) await one(deps, now, new AbortController().signal);
}

function multipart(content: Buffer) {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
  };
}

async function desk() {
  const server = await testServer();
  const [head] = (await server.admin('GET', '/api/agents')).body.items;
  const ask = await server.as('admin', head.id);
  const upload = async (content: Buffer) => {
    const { headers, payload } = multipart(content);
    return ask('POST', '/api/files', payload, headers);
  };
  return { ...server, ask, upload };
}

test('a file that was never attached goes after a day; what is referred to stays', async () => {
  const { deps, ask, upload } = await desk();
  const [loose, attached, shown] = [
    (await upload(Buffer.from('loose'))).body,
    (await upload(Buffer.from('attached'))).body,
    (await upload(Buffer.from('shown at the counter'))).body,
  ];
  const intake = (await ask('POST', '/api/intakes', { way: 'visit' })).body;
  await ask('PATCH', `/api/intakes/${intake.id}`, { files: [shown.id] });
  const opened = await ask('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
  });
  const note = { text: 'See there.', files: [attached.id] };
  expect((await ask('POST', `/api/cases/${opened.body.id}/notes`, note)).status).toBe(201);
  const { sha256: raw } = await deps.storage.put(Buffer.from('Subject: a letter'));
  const { sha256: html } = await deps.storage.put(Buffer.from('<p>a letter</p>'));
  await receivedAs(deps, raw);
  await deps.pool.query('update baton.messages set html_sha256 = $1', [html]);
  const all = kept(deps);
  await twoDaysLater(deps);
  expect((await ask('GET', `/api/files/${loose.id}`)).status).toBe(404);
  await twoDaysLater(deps);
  const gone = all.filter((name) => !kept(deps).includes(name));
  expect(gone).toHaveLength(1);
  expect(kept(deps)).toEqual(expect.arrayContaining([raw, html]));
  const content = await ask('GET', `/api/files/${attached.id}/content`);
  expect(content.status).toBe(200);
  const { body } = await ask('GET', '/api/intakes/open');
  expect(body.intake.files).toMatchObject([{ id: shown.id }]);
});

/** A letter that came in with this content. */
async function receivedAs(deps: TestDeps, raw: string): Promise<void> {
  await inTransaction(deps.db, foundChannel);
  await deps.pool.query(
    `insert into baton.inbound
       (id, channel_id, door, received_at, envelope_from, recipients, raw_sha256, raw_size)
     select $1, id, 'smtp', now(), '', '{a@example.org}', $2, 1 from baton.channels`,
    [newId(), raw],
  );
}

test('an upload that is too large leaves nothing in the store', async () => {
  const { deps, upload } = await desk();
  const before = kept(deps);
  const refused = await upload(Buffer.alloc(largestFile + 1, 'x'));
  expect(refused).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(kept(deps)).toEqual(before);
  expect((await upload(Buffer.alloc(largestFile, 'x'))).status).toBe(201);
});
