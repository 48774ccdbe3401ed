import { languages } from '@baton/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http-types.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { itWasThanks } from '../cases/commands/it-was-thanks.ts';
import { addFile } from '../cases/commands/add-file.ts';
import { reply } from '../cases/commands/reply.ts';
import { solveCase } from '../cases/commands/solve-case.ts';
import { checks } from '../cases/checks.ts';
import { sweep } from '../cases/jobs.ts';
import { caseOfCustomerLink } from '../cases/index.ts';
import { presentMessage } from '../cases/present.ts';
import { messagesOfCase } from '../cases/store/messages.ts';
import { PostOffice, runMailWork } from '../mail/testing.ts';
import { solutionPage } from './pages/solution.ts';
import { askedLanguage, wordsOf } from './texts/index.ts';

let office: PostOffice;
let app: App;
beforeAll(async () => {
  office = await PostOffice.open();
  app = await buildApp(office.deps);
});
afterAll(async () => {
  await app.close();
  await office.close();
});
beforeEach(() => {
  office.relay.arrived.length = 0;
});

let letters = 0;
/** A customer of their own writes and gets a solution; gives the case and the link in the mail. */
async function solved(headers: Record<string, string> = {}) {
  letters += 1;
  const from = `customer${letters}@customer.test`;
  const opened = await office.arrive({ from, ...headers }, { from });
  office.relay.arrived.length = 0;
  const caseId = opened.case_id!;
  await runCommand(office.deps, office.head, (ctx) =>
    solveCase(ctx, { caseId, text: 'Press <the button> twice.', files: [] }),
  );
  await runMailWork(office.deps);
  const mail = office.relay.arrived.at(-1)?.mail;
  office.relay.arrived.length = 0;
  return { caseId, from, mail, link: linkIn(mail?.text) };
}

function linkIn(text: string | undefined): string {
  const found = /https?:\/\/\S+(\/c\/\S+)/.exec(text ?? '');
  return found?.[1] ?? '';
}

const look = (link: string, headers = {}) => app.inject({ method: 'GET', url: link, headers });
const say = (link: string, payload: string, headers = {}) =>
  app.inject({
    method: 'POST',
    url: link,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const eventsOf = (caseId: string) =>
  office.deps.db
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();

const toldOf = async (caseId: string) => {
  const notices = office.deps.db.selectFrom('baton.notices').select('kind');
  const rows = await notices.where('case_id', '=', caseId).orderBy('kind').execute();
  return rows.map(({ kind }) => kind);
};

async function replies(to: { caseId: string; from: string }, headers: Record<string, string> = {}) {
  const { number } = await office.case(to.caseId);
  const mail = { from: to.from, Subject: `Re: My router is broken [#${number}]`, ...headers };
  return office.arrive(mail, { from: to.from });
}

describe('the page on which a customer says whether it is solved', () => {
  test('comes by the mail with the solution; looking at it changes nothing', async () => {
    const { caseId, link, mail } = await solved();
    expect(mail?.html).toContain(`href="http://localhost:0${link}"`);
    const page = await look(link);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.body).toContain('Is your problem solved?');
    expect(page.body).toContain('Press &#60;the button&#62; twice.');
    expect(page.body).not.toContain('<script');
    expect(Buffer.byteLength(page.body)).toBeLessThan(20_000);
    await app.inject({ method: 'HEAD', url: link });
    expect((await office.case(caseId)).status).toBe('solved');
  });

  test('shows the solution as it was written, made safe, and fetches nothing', async () => {
    const { caseId, link } = await solved();
    await say(link, 'answer=not_solved');
    const picture = await office.deps.storage.put(Buffer.from('picture'));
    const file = await runCommand(office.deps, office.head, (ctx) =>
      addFile(ctx, { ...picture, name: 'a.png', type: 'image/png' }),
    );
    const html =
      '<p>Press <b>both</b> &lt;buttons&gt;</p><ol><li><p>left</p></li></ol><script>x</script>' +
      `<p onclick="x"><a href="https://help.test/">help</a><img data-file="${file}" alt="a&lt;b"></p>`;
    await runCommand(office.deps, office.head, (ctx) =>
      solveCase(ctx, { caseId, text: 'other', html, files: [] }),
    );
    const { body, headers } = await look(link);
    expect(body).toContain('<p>Press <strong>both</strong> &lt;buttons&gt;</p><ol><li><p>left</p>');
    expect(body).toContain('rel="noopener noreferrer" href="https://help.test/">help</a>');
    expect(body).toContain('<em>[a&lt;b]</em>');
    expect(body).not.toMatch(/<script|<img|onclick/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const long = `<p>${'<b>a</b> '.repeat(2000)}</p>`;
    await say(link, 'answer=not_solved');
    await runCommand(office.deps, office.head, (ctx) =>
      solveCase(ctx, { caseId, text: 'other', html: long, files: [] }),
    );
    const cut = (await look(link)).body;
    expect(cut).toMatch(/<blockquote>(a )+…<\/blockquote>/);
    expect(Buffer.byteLength(cut)).toBeLessThan(20_000);
  });

  test('closes the case as confirmed, once, and says thank you', async () => {
    const { caseId, link } = await solved();
    const answers = await Promise.all([
      say(link, 'answer=solved'),
      say(link, 'answer=solved', { origin: 'http://localhost:0' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(answers[0].headers.location).toBe(link);
    expect(await office.case(caseId)).toMatchObject({ status: 'closed', confirmed: true });
    const closed = (await eventsOf(caseId)).filter(({ kind }) => kind === 'closed');
    expect(closed).toMatchObject([{ actor_kind: 'customer', data: { confirmed: true } }]);
    expect((await look(link)).body).toContain('Thank you');
    const notices = await office.deps.db
      .selectFrom('baton.notices')
      .select('kind')
      .where('case_id', '=', caseId)
      .execute();
    expect(notices).toContainEqual({ kind: 'case_confirmed' });
  });

  test('opens it again in the same hands, with what is still wrong', async () => {
    const { caseId, link } = await solved();
    const { owner_id } = await office.case(caseId);
    await say(link, `answer=not_solved&text=${encodeURIComponent('It blinks în roșu 红色')}`);
    expect(await office.case(caseId)).toMatchObject({ status: 'open', owner_id });
    expect((await office.messages(caseId)).at(-1)).toMatchObject({
      direction: 'in',
      kind: 'page',
      text: 'It blinks în roșu 红色',
      author_kind: 'customer',
    });
    // Its author has the customer's name, and the owner is told once what it says.
    const said = (await messagesOfCase(office.deps.db, caseId, 0, 50)).at(-1)!;
    expect(presentMessage(said).author.name).toBe(said.customer_name);
    expect(said.customer_name).not.toBeNull();
    expect(await toldOf(caseId)).toEqual(['case_came', 'case_reopened']);
    await expect(
      runCommand(office.deps, office.head, (ctx) => itWasThanks(ctx, { caseId })),
    ).rejects.toMatchObject({ code: 'wrong_status' });
    const { body } = await look(link);
    expect(body).toContain('We are working on it');
    expect(body).toMatch(/By \w+, \d.*\(.+\) it is solved, or we tell you who/);
    // Pressed a second time, without words: nothing more happens.
    const before = (await eventsOf(caseId)).length;
    await say(link, 'answer=not_solved');
    await say(link, 'answer=solved');
    expect((await eventsOf(caseId)).length).toBe(before);
  });

  test('takes as much as the field lets people write, as browsers send its lines', async () => {
    const { caseId, link } = await solved();
    const written = 'a\n'.repeat(5000).trimEnd();
    const sent = encodeURIComponent(written.replaceAll('\n', '\r\n'));
    expect((await say(link, `answer=not_solved&text=${sent}`)).statusCode).toBe(303);
    expect((await office.messages(caseId)).at(-1)!.text).toBe(written);
  });

  test('tells the owner when it was said without a word, and is over after 30 days', async () => {
    const { caseId, link } = await solved();
    await say(link, 'answer=not_solved');
    const notices = await office.deps.db
      .selectFrom('baton.notices')
      .select('kind')
      .where('case_id', '=', caseId)
      .execute();
    expect(notices).toContainEqual({ kind: 'case_reopened' });
    const second = await solved();
    await say(second.link, 'answer=solved');
    await office.deps.pool.query(
      `update baton.cases set closed_at = closed_at - interval '31 days', confirmed = false
       where id = $1`,
      [second.caseId],
    );
    expect((await look(second.link)).body).toContain('closed for a long time');
    expect((await say(second.link, 'answer=not_solved&text=again')).statusCode).toBe(303);
    expect((await office.case(second.caseId)).status).toBe('closed');
    expect((await office.messages(second.caseId)).at(-1)!.kind).toBe('solution');
  });

  test('is shown to nobody with a forged address, and answers no other site', async () => {
    const { caseId, link } = await solved();
    const forged = `${link.slice(0, -1)}${link.endsWith('a') ? 'b' : 'a'}`;
    for (const url of [forged, '/c/1001', `/c/${'x'.repeat(90)}`]) {
      const page = await look(url, { 'accept-language': 'da-DK,en' });
      expect([page.statusCode, page.body.includes('Her er ikke noget')]).toEqual([404, true]);
    }
    expect(caseOfCustomerLink(office.deps, forged.slice(3))).toBeNull();
    await say(forged, 'answer=solved');
    const foreign = await say(link, 'answer=solved', { origin: 'https://evil.test' });
    expect(foreign.statusCode).toBe(403);
    expect((await office.case(caseId)).status).toBe('solved');
  });

  test('is not open to agents: the address stands in the mail alone', async () => {
    const { caseId, link } = await solved();
    const token = link.slice(3);
    const kept = await office.messages(caseId);
    expect(JSON.stringify(kept)).not.toContain(token);
    const [outbound] = await office.deps.db
      .selectFrom('baton.outbound')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    expect(JSON.stringify(outbound)).not.toContain(token);
  });

  test.each(languages)('speaks %s', (language) => {
    const words = wordsOf(language);
    const page = solutionPage(
      {
        language,
        brand: { name: 'Acme', colour: '#f5d90a' },
        number: 1001,
        subject: '<b>Router</b>',
        shows: 'ask',
        ownerName: 'Anna',
        due: null,
        solution: { by: 'Anna', text: 'x'.repeat(200_000), html: null },
        calls: [{ at: 'Wednesday', with: 'Anna', agreed: '' }],
      },
      'nonce',
    );
    expect(page).toContain(`<html lang="${language}">`);
    for (const text of [words.ask.title, words.ask.yes, words.ask.no]) {
      expect(page).toContain(text.replaceAll("'", '&#39;'));
    }
    expect(page).toContain('--on-brand:#000');
    expect(page).toContain('&#60;b&#62;Router');
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
    expect(askedLanguage(`xx, ${language}-XX;q=0.5`)).toBe(language);
  });
});

describe('the reminder', () => {
  const pass = async (ms: number) => {
    office.deps.clock.travel(ms);
    await sweep(office.deps);
    await runMailWork(office.deps);
  };

  test('is sent once after three days, and silence closes the case unconfirmed', async () => {
    const { caseId, link } = await solved();
    const mine = () => office.relay.arrived.filter(({ mail }) => linkIn(mail.text) === link);
    await pass(3 * dayMs - hourMs);
    expect(mine()).toEqual([]);
    await pass(2 * hourMs);
    expect(mine()).toHaveLength(1);
    const { mail } = mine()[0]!;
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.text).toContain('Is your problem solved?');
    await pass(dayMs);
    expect(mine()).toHaveLength(1);
    await pass(4 * dayMs);
    expect(await office.case(caseId)).toMatchObject({ status: 'closed', confirmed: false });
    expect((await eventsOf(caseId)).map(({ kind }) => kind)).toContain('reminded');
  });

  test('asks no machine, and no letter that was old when it came', async () => {
    const old = new Date(Date.now() - 30 * dayMs).toUTCString();
    for (const headers of [{ 'Auto-Submitted': 'auto-generated' }, { Date: old }]) {
      const { caseId } = await solved(headers);
      await pass(3 * dayMs + hourMs);
      const reminder = (await office.messages(caseId)).find(({ kind }) => kind === 'reminder');
      expect(reminder).toMatchObject({ delivery_state: 'suppressed' });
    }
  });

  test('is not sent once the customer has answered', async () => {
    const one = await solved();
    await say(one.link, 'answer=solved');
    await pass(3 * dayMs + hourMs);
    expect((await office.messages(one.caseId)).map(({ kind }) => kind)).not.toContain('reminder');
  });
});

describe('a letter to a solved case', () => {
  test('was thanks, says the owner: solved as before, and the events tell', async () => {
    const one = await solved();
    const before = await office.case(one.caseId);
    await replies(one, {});
    expect((await office.case(one.caseId)).status).toBe('open');
    await runCommand(office.deps, office.head, (ctx) => itWasThanks(ctx, { caseId: one.caseId }));
    const after = await office.case(one.caseId);
    expect(after).toMatchObject({ status: 'solved', solution_id: before.solution_id });
    expect(after.solved_at).toEqual(before.solved_at);
    const events = await eventsOf(one.caseId);
    const reopened = events.find(({ kind }) => kind === 'reopened')!;
    expect(events.at(-1)).toMatchObject({ kind: 'thanked', data: { reopening: reopened.seq } });
    await expect(
      runCommand(office.deps, office.head, (ctx) => itWasThanks(ctx, { caseId: one.caseId })),
    ).rejects.toMatchObject({ code: 'wrong_status' });
  });

  test('by an answering machine opens nothing and confirms nothing', async () => {
    const one = await solved();
    await replies(one, { 'Auto-Submitted': 'auto-replied' });
    expect((await office.case(one.caseId)).status).toBe('solved');
  });

  test('that was closed long ago, or has another subject, opens a new case, linked', async () => {
    const one = await solved();
    await say(one.link, 'answer=solved');
    const { number } = await office.case(one.caseId);
    const other = await replies(one, { Subject: `My bill is wrong [#${number}]` });
    expect(other).toMatchObject({ outcome: 'opened', reason: 'another_subject' });
    await office.deps.pool.query(
      `update baton.cases set closed_at = closed_at - interval '30 days' where id = $1`,
      [one.caseId],
    );
    const late = await replies(one);
    expect(late).toMatchObject({ outcome: 'opened', reason: 'closed_long_ago' });
    const links = await office.deps.db
      .selectFrom('baton.case_links')
      .selectAll()
      .where('linked_id', '=', one.caseId)
      .execute();
    expect(new Set(links.map(({ case_id }) => case_id))).toEqual(
      new Set([other.case_id, late.case_id]),
    );
    expect((await office.case(one.caseId)).status).toBe('closed');
  });
});

test('after all that the checks find nothing', async () => {
  for (const { name, find } of checks) {
    // Above, cases were made older than their events say.
    if (name === 'Events give the state') continue;
    expect({ name, found: await find(office.deps) }).toEqual({ name, found: [] });
  }
});

describe('a file that is too large for a mail', () => {
  test('is fetched by a link instead, for thirty days, and the small one goes along', async () => {
    const from = 'large@customer.test';
    const opened = await office.arrive({ from }, { from });
    office.relay.arrived.length = 0;
    const large = Buffer.alloc(19_000_000, 'x');
    const upload = async (name: string, content: Buffer) => {
      const stored = await office.deps.storage.put(content);
      const type = 'application/octet-stream';
      return runCommand(office.deps, office.head, (ctx) => addFile(ctx, { ...stored, name, type }));
    };
    const files = [
      await upload('план дома.bin', large),
      await upload('small.txt', Buffer.from('s')),
    ];
    await runCommand(office.deps, office.head, (ctx) =>
      reply(ctx, { caseId: opened.case_id!, text: 'Here are the plans.', files }),
    );
    await runMailWork(office.deps);
    const { mail } = office.relay.arrived.at(-1)!;
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['small.txt']);
    expect(mail.text).toContain('too large for a mail');
    const link = /https?:\/\/\S+(\/f\/\S+)/.exec(mail.text!)![1]!;

    const fetched = await look(link);
    expect(fetched.rawPayload.equals(large)).toBe(true);
    expect(fetched.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; .*%D0%BF/),
    });
    const log = await office.deps.db.selectFrom('baton.access_log').selectAll().execute();
    expect(log).toContainEqual(expect.objectContaining({ kind: 'file', subject_id: files[0] }));

    const [, id, seconds] = /f\/(.{36})\.(\d+)\./.exec(link)!;
    for (const forged of [link.slice(0, -1) + (link.endsWith('0') ? '1' : '0'), '/f/x']) {
      expect((await look(forged)).statusCode).toBe(404);
    }
    expect((await look(link.replace(id!, files[1]!))).statusCode).toBe(404);
    expect((await look(link.replace(seconds!, String(Number(seconds) + 9)))).statusCode).toBe(404);
    office.deps.clock.travel(31 * dayMs);
    expect((await look(link)).statusCode).toBe(404);
  });
});
