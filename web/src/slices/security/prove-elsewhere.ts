import { pageAgent } from '../../api/page-agent.ts';
import { onSignedIn } from '../../api/signed-in.ts';
import { whoIsIn } from '../access/queries.ts';

/** Calls `act` when the agent of this page has proved in another window who they are; nobody else's proof counts. */
export function onProvedElsewhere(act: () => void): () => void {
  const look = async () => {
    // Where nobody is in yet, or it cannot be told, it is proved here.
    const who = await whoIsIn().catch(() => null);
    if (who?.agent && who.agent.id === pageAgent()) act();
  };
  return onSignedIn((proved) => {
    if (proved) void look();
  });
}
