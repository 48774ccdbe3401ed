/** Who wants to be told in this browser; whoever else signs in here was not asked. */
const wanted = 'baton.push';

export const wantsPushHere = (agentId: string) => localStorage.getItem(wanted) === agentId;
export const notePushHere = (agentId: string) => localStorage.setItem(wanted, agentId);
export const forgetPushHere = () => localStorage.removeItem(wanted);

/** Whether this browser can be pushed to at all: on an encrypted page, and where it has the means. */
export function canBePushedTo(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Nobody is told in this browser until whoever wants it is signed in again. */
export async function quietenHere(): Promise<void> {
  if (!canBePushedTo() || localStorage.getItem(wanted) === null) return;
  const { tellNobodyHere } = await import('./told-here.ts');
  await tellNobodyHere();
}
