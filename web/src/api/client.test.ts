import { afterEach, expect, test, vi } from 'vitest';
import { tell } from './client.ts';
import { comingIn, onDoor } from './door.ts';
import { onAnotherAgent, pageIsOf } from './page-agent.ts';
import { isRefusal } from './refusal.ts';
import { onStepUp } from './step-up.ts';

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

test('what waited is not sent where nobody came in', async () => {
  const session = server();
  session.lasts = false;
  const { asked, open, stop } = door();
  const first = change('/api/one');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  const later = change('/api/two');
  open(false);
  const ends = await Promise.allSettled([first, later]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(session.sent).toEqual(['/api/one']);
  stop();
});

test('a dangerous act that was proved waits for the door, as everything does', async () => {
  const sent: string[] = [];
  let session: 'old' | 'fresh' = 'old';
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path);
    if (path === '/api/one') return refusedAs(401, 'not_signed_in');
    if (session === 'old') return refusedAs(403, 'step_up_needed');
    return new Response(null, { status: 204 });
  });
  const { asked, open, stop } = door();
  let prove: (proved: boolean) => void = () => {};
  const stopProving = onStepUp(() => new Promise((resolve) => (prove = resolve)));
  const acts = Promise.allSettled([change('/api/dangerous'), change('/api/auth/dangerous')]);
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  const ended = change('/api/one');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  session = 'fresh';
  prove(true);
  // What follows from the proof has begun.
  await new Promise((resolve) => setTimeout(resolve));
  open(false);
  await expect(ended).rejects.toSatisfy((error) => isRefusal(error, 'not_signed_in'));
  expect((await acts).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(sent.toSorted()).toEqual(['/api/auth/dangerous', '/api/dangerous', '/api/one']);
  stopProving();
  stop();
});

test('every request says whose page it is; where another is signed in, the page begins afresh', async () => {
  const said: (string | undefined)[] = [];
  vi.stubGlobal(
    'fetch',
    async (_path: string, { headers }: { headers: Record<string, string> }) => {
      said.push(headers['baton-agent']);
      return refusedAs(403, 'another_agent');
    },
  );
  const afresh = vi.fn<() => void>();
  const stop = onAnotherAgent(afresh);
  await expect(change('/api/one')).rejects.toSatisfy((error) => isRefusal(error, 'another_agent'));
  pageIsOf('ana');
  // Whoever comes later has a page of their own.
  pageIsOf('ben');
  await expect(change('/api/two')).rejects.toSatisfy((error) => isRefusal(error, 'another_agent'));
  expect(said).toEqual([undefined, 'ana']);
  expect(afresh).toHaveBeenCalledTimes(2);
  stop();
});
