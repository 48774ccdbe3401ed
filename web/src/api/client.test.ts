import { afterEach, expect, test, vi } from 'vitest';
import { tell } from './client.ts';
import { comingIn, onDoor } from './door.ts';
import { isRefusal } from './refusal.ts';

afterEach(() => vi.unstubAllGlobals());

const refusedAs = (status: number, code: string) =>
  Response.json({ type: 'about:blank', title: code, status, code }, { status });

/** A server that knows the session or not; `sent` are the paths it was asked for. */
function server() {
  const session = { lasts: true, sent: [] as string[] };
  vi.stubGlobal('fetch', async (path: string) => {
    session.sent.push(path);
    if (session.lasts) return new Response(null, { status: 204 });
    return refusedAs(401, 'not_signed_in');
  });
  return session;
}

/** A door that the person goes through when `open` is called. */
function door() {
  let open: (isIn: boolean) => void = () => {};
  const asked = vi.fn<() => Promise<boolean>>(() => new Promise((resolve) => (open = resolve)));
  const stop = onDoor(asked);
  return { asked, stop, open: (isIn: boolean) => open(isIn) };
}

const change = (path: string) => tell(path, { method: 'POST', body: {} });

test('what is refused because the session ended is sent again after the door', async () => {
  const session = server();
  session.lasts = false;
  const { asked, open, stop } = door();
  const both = Promise.all([change('/api/one'), change('/api/two')]);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  session.lasts = true;
  open(true);
  await both;
  expect(asked).toHaveBeenCalledOnce();
  expect(session.sent.toSorted()).toEqual(['/api/one', '/api/one', '/api/two', '/api/two']);
  stop();
});

test('while somebody signs in, nothing of the page is sent: who comes in may be another', async () => {
  const session = server();
  session.lasts = false;
  const { asked, open, stop } = door();
  const first = change('/api/one');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  session.lasts = true;
  const later = change('/api/draft');
  await expect(tell('/api/presence', { method: 'PUT', fleeting: true })).rejects.toSatisfy(
    (error) => isRefusal(error, 'not_signed_in'),
  );
  // The door itself asks.
  await change('/api/auth/sign-in/email');
  expect(session.sent).toEqual(['/api/one', '/api/auth/sign-in/email']);
  open(true);
  await Promise.all([first, later]);
  expect(session.sent.slice(2).toSorted()).toEqual(['/api/draft', '/api/one']);
  expect(comingIn()).toBeNull();
  stop();
});

test('where nobody asks, or nobody comes in, it is refused', async () => {
  const session = server();
  session.lasts = false;
  const isOut = (error: unknown) => isRefusal(error, 'not_signed_in');
  await expect(change('/api/one')).rejects.toSatisfy(isOut);
  const { asked, open, stop } = door();
  const later = change('/api/one');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  open(false);
  await expect(later).rejects.toSatisfy(isOut);
  stop();
});
