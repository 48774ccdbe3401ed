import { afterAll, expect, test } from 'vitest';
import { testFolder } from '../../../../test/deps.ts';
import { openStorage } from '../../../platform/storage.ts';
import { PostOffice } from '../testing.ts';
import { specimens } from './expected.ts';
import { readSpoilt } from './fuzz.ts';
import { chanceOf, mutate } from './mutate.ts';

/** Another each time; FUZZ_SEED plays one again. */
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const corpus = await specimens();

let office: PostOffice | undefined;
afterAll(() => office?.close());

test(`whatever goes wrong with a mail, it is read (FUZZ_SEED=${seed})`, async () => {
  const storage = await openStorage(await testFolder());
  const chance = chanceOf(seed);
  const mails = corpus.map(({ raw }) => raw).filter(({ length }) => length < 20_000);
  const all = async () => {
    for (let left = 300; left > 0; left--) await readSpoilt(storage, mails, chance);
  };
  await expect(all()).resolves.toBeUndefined();
}, 60_000);

test(`no stranger ever joins, whatever the headers say (FUZZ_SEED=${seed})`, async () => {
  office = await PostOffice.open({ SECRET: 'for-the-corpus-of-mail-and-nothing-else-0001' });
  const first = corpus.find(({ path }) => path === 'threads/01-router')!;
  const from = 'maria@threads.example';
  const opened = await office.arrive(first.raw, { from, to: ['support@acme.example'] });
  expect(await office.case(opened.case_id)).toMatchObject({ number: 1001 });
  const chance = chanceOf(seed);
  const threads = corpus
    .filter(({ path }) => path.startsWith('threads/'))
    .map(({ raw }) => Buffer.from(asStranger(raw.toString('latin1')), 'latin1'));
  const pick = () => threads[Math.floor(chance() * threads.length)]!;
  for (let left = 50; left > 0; left--) {
    const raw = mutate(pick(), pick(), chance);
    const told = await office.arrive(raw, { from: 'eve@strangers.example' });
    // Others may join what they opened themselves; the case is Maria's.
    if (told.outcome !== 'joined' || told.case_id !== opened.case_id) continue;
    // Only with our own token, and then as a stranger (invariant 7).
    expect(raw.toString('latin1')).toMatch(/c1001-idihk4zxzhrw/i);
    const message = (await office.messages(told.case_id)).find(({ id }) => id === told.message_id);
    expect(message, raw.toString('base64')).toMatchObject({ author_kind: 'stranger' });
  }
}, 60_000);

/** The same mail, written by somebody who takes no part in the case. */
function asStranger(raw: string): string {
  return raw.replaceAll('maria@threads.example', 'eve@strangers.example');
}
