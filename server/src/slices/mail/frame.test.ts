import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, askAs } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http-types.ts';
import { createKey } from '../auth/index.ts';
import { PostOffice } from './testing.ts';

let office: PostOffice;
let app: App;
let admin: Ask;
beforeAll(async () => {
  office = await PostOffice.open();
  app = await buildApp(office.deps);
  const key = await createKey(office.deps, { name: 'admin', role: 'admin' });
  admin = askAs(app, { authorization: `Bearer ${key}` });
});
afterAll(async () => {
  await app.close();
  await office.close();
});

const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
async function upload(content: Buffer) {
  const head = 'Content-Disposition: form-data; name="file"; filename="logo.gif"';
  const form = Buffer.concat([
    Buffer.from(`--b\r\n${head}\r\nContent-Type: image/gif\r\n\r\n`),
    content,
    Buffer.from('\r\n--b--'),
  ]);
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  return (await admin('POST', '/api/files', form, type)).body.id as string;
}

describe('the frame of a brand', () => {
  it('stands around what an agent writes: picture, own signature, footer in the language', async () => {
    const opened = await office.arrive({ from: 'maria@x.test' });
    const [brand] = (await admin('GET', '/api/brands')).body.items;
    const at = `/api/mail/brands/${brand.id}`;
    const footers = { en: 'Acme Ltd\nLondon', da: 'Acme, København', hu: '' };
    const changed = await admin('PATCH', `/api/brands/${brand.id}`, { footers });
    expect(changed.body.footers).toEqual({ en: 'Acme Ltd\nLondon', da: 'Acme, København' });
    expect((await admin('PUT', `${at}/logo`, { file: await upload(gif) })).body.logo).toMatchObject(
      {
        type: 'image/gif',
        size: gif.length,
      },
    );
    const owner = (await admin('GET', `/api/cases/${opened.case_id}`)).body.owner;
    await admin('PATCH', `/api/agents/${owner.id}`, { signature: 'Adviser <b>\n+45 12 34 56 78' });

    await office.reply(opened.case_id);
    const { mail } = office.relay.arrived.at(-1)!;
    expect(mail.text).toMatch(
      new RegExp(`${owner.name}\nAdviser <b>\n\\+45 12 34 56 78\n.*\n\nAcme Ltd\nLondon\n*$`),
    );
    expect(String(mail.html)).toContain('Adviser &lt;b&gt;<br>');
    expect(String(mail.html)).toContain('<img src=');
    expect(String(mail.html)).toContain('Acme Ltd<br>');
    expect(mail.attachments).toMatchObject([{ contentType: 'image/gif', related: true }]);
    expect(mail.attachments[0]!.content.equals(gif)).toBe(true);
  });

  it('takes small pictures only', async () => {
    const [brand] = (await admin('GET', '/api/brands')).body.items;
    const at = `/api/mail/brands/${brand.id}/logo`;
    const large = Buffer.concat([gif, Buffer.alloc(200 * 1024)]);
    for (const content of [Buffer.from('<svg onload="x"/>'), large]) {
      const refused = await admin('PUT', at, { file: await upload(content) });
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'file']);
    }
    expect((await admin('DELETE', at)).body.logo).toBeNull();
    expect((await admin('GET', at)).status).toBe(404);
  });

  it('is seen before it is kept, where nothing of it can run or load', async () => {
    const [brand] = (await admin('GET', '/api/brands')).body.items;
    const tried = new URLSearchParams({
      language: 'da',
      footer: '<script>x</script>',
      colour: '#112233',
      signature: 'Adviser',
    });
    const seen = await admin('GET', `/api/mail/brands/${brand.id}/preview?${tried.toString()}`);
    expect(seen.body).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(seen.body).toContain('#112233');
    expect(seen.body).toContain('Adviser');
    expect(seen.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect((await admin('GET', `/api/brands/${brand.id}`)).body.colour).not.toBe('#112233');
  });
});
