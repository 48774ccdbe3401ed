import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../platform/ids.ts';
import { runCommand } from '../../platform/db.ts';
import { addFile } from '../cases/index.ts';
import { dropDraft } from '../cases/commands/drop-draft.ts';
import { keepDraft } from '../cases/commands/keep-draft.ts';
import { reply } from '../cases/commands/reply.ts';
import { draftsOf } from '../cases/store/drafts.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());

const run = <T>(
  act: (ctx: Parameters<Parameters<typeof runCommand>[2]>[0]) => Promise<T>,
  actor: Actor = office.head,
) => runCommand(office.deps, actor, act);

async function fileOf(name: string, type: string, content: string): Promise<string> {
  const stored = await office.deps.storage.put(Buffer.from(content));
  return run((ctx) => addFile(ctx, { ...stored, name, type }));
}

test('a formatted reply is text and HTML, with its pictures within and its files beside', async () => {
  const { case_id } = await office.arrive({ from: 'formatted@x.test' });
  office.relay.arrived.length = 0;
  const picture = await fileOf('lamp.png', 'image/png', 'picture');
  const file = await fileOf('terms.pdf', 'application/pdf', 'terms');
  const html = `<p>Dear <b>Maria</b></p><script>x</script><p><img data-file="${picture}" alt="lamp"></p>`;
  await run((ctx) => reply(ctx, { caseId: case_id!, text: 'other', html, files: [file] }));
  await runMailWork(office.deps);
  const [{ mail, raw }] = office.relay.arrived as [(typeof office.relay.arrived)[0]];
  expect(mail.text).toMatch(/^Dear Maria\n\n\[lamp\]/);
  expect(mail.html).toContain('<strong>Maria</strong>');
  expect(mail.html).not.toContain('<script');
  expect(raw.replaceAll('=\r\n', '')).toContain(`src=3D"cid:${picture}@baton"`);
  expect(raw).toMatch(/multipart\/mixed[^]*multipart\/alternative[^]*multipart\/related/);
  expect(mail.attachments.map(({ filename, related }) => [filename, related ?? false])).toEqual([
    ['lamp.png', true],
    ['terms.pdf', false],
  ]);
});

test('a draft is its writer’s own, and nobody overwrites what they have not seen', async () => {
  const { case_id } = await office.arrive({ from: 'draft@x.test' });
  const caseId = case_id!;
  const keep = (text: string, version: number | null, actor?: Actor) =>
    run(
      (ctx) => keepDraft(ctx, { caseId, kind: 'reply', text, files: [], template: null, version }),
      actor,
    );
  const first = await keep('One', 0);
  await expect(keep('Two', 0)).rejects.toMatchObject({ code: 'stale_version' });
  const second = await keep('Two', first.version);
  await expect(
    run((ctx) => dropDraft(ctx, { caseId, kind: 'reply', version: first.version })),
  ).rejects.toMatchObject({ code: 'stale_version' });
  const other = { kind: 'agent', id: newId(), role: 'admin' } as const;
  expect(
    await draftsOf(office.deps.db, other.id, { all: true }, { caseId, after: null, limit: 9 }),
  ).toEqual([]);
  await expect(
    run((ctx) => dropDraft(ctx, { caseId, kind: 'reply', version: null }), other),
  ).rejects.toMatchObject({ code: 'not_found' });
  await run((ctx) => dropDraft(ctx, { caseId, kind: 'reply', version: second.version }));
  // A version is never given twice: what was ended elsewhere is not taken for what comes after.
  expect((await keep('Three', 0)).version).toBeGreaterThan(second.version);
});
