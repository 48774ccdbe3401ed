import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../api/refusal.ts';
import { Keeper } from './keeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ended = new Refusal('wrong_status', 409);
const lost = new Refusal('unreachable', 0);

/** A form whose changes are kept, or not, as the answers say; nothing more is answered: it is kept. */
function form(...answers: (Error | null)[]) {
  const sent: object[] = [];
  const shown = { state: 'kept' };
  const keeper = new Keeper<{ name: string; wish: string }>(({ state }) => (shown.state = state));
  keeper.saveBy(async (change) => {
    sent.push(change);
    const refusal = answers.shift();
    if (refusal) throw refusal;
  });
  return { keeper, sent, shown };
}

test('what is typed is kept after a rest, and again until it is there', async () => {
  const { keeper, sent, shown } = form(lost);
  keeper.change({ name: 'M' });
  keeper.change({ name: 'Ma' });
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  expect(shown.state).toBe('notKept');
  keeper.change({ wish: 'A lamp' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([{ name: 'Ma' }, { name: 'Ma', wish: 'A lamp' }]);
  expect(shown.state).toBe('kept');
});

test('whoever ends what it belongs to hears of what is not kept', async () => {
  const { keeper } = form(lost);
  keeper.change({ name: 'Maria' });
  await expect(keeper.keepNow()).rejects.toBe(lost);
  await expect(keeper.keepNow()).resolves.toBeUndefined();
});

test('what is refused is sent again when it is typed otherwise, and not before', async () => {
  const { keeper, sent } = form(ended);
  keeper.change({ name: 'Maria' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  keeper.change({ name: 'Mara' });
  await vi.advanceTimersByTimeAsync(600);
  expect(sent).toEqual([{ name: 'Maria' }, { name: 'Mara' }]);
});
