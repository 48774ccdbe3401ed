import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../../../api/refusal.ts';
import { DraftKeeper } from './draft-keeper.ts';

const caseId = '01a20000-0000-7000-8000-000000000001';
const place = { agent: '01a20000-0000-7000-8000-000000000002', caseId, kind: 'reply' } as const;

/** What the server keeps: one draft or none, as the API shows it. */
let kept: { version: number; text: string } | null = null;
let versions = 0;

const shown = () => ({
  ...{ id: caseId, case: { id: caseId, number: 1, subject: null, customer: null }, kind: 'reply' },
  ...{ html: null, files: [], template: null, mark: null, updatedAt: '2026-11-22T10:00:00.000Z' },
  ...kept,
});

beforeEach(() => {
  kept = null;
  const here = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => here.get(key) ?? null,
    setItem: (key: string, value: string) => here.set(key, value),
    removeItem: (key: string) => here.delete(key),
  });
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit) => {
    if (method === 'PUT') {
      versions += 1;
      kept = { version: versions, text: (JSON.parse(body as string) as { text: string }).text };
      return Response.json(shown());
    }
    return Response.json({ items: kept ? [shown()] : [], next: null });
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what is on its way is no draft beside it, and is one again where it does not arrive', async () => {
  const keeper = new DraftKeeper(place);
  keeper.change(() => ({ text: 'One.' }));
  await keeper.settle(keeper.snapshot().draft);
  await keeper.keep();
  expect(kept).toBeNull();
  keeper.resume(new Refusal('wrong_status', 409));
  await keeper.keep();
  expect(kept?.text).toBe('One.');
});

test('what was thrown away elsewhere leaves the field, also after something was sent from it', async () => {
  const keeper = new DraftKeeper(place);
  const write = async (text: string) => {
    keeper.change(() => ({ text }));
    await keeper.keep();
    expect(kept?.text).toBe(text);
  };
  await write('One.');
  await keeper.settle(keeper.snapshot().draft);
  kept = null;
  await keeper.sent();
  expect(keeper.snapshot().draft.text).toBe('');
  await write('Two.');
  kept = null;
  await keeper.load();
  expect(keeper.snapshot().draft.text).toBe('');
});
