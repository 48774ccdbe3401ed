import { pageAgent } from '../../api/page-agent.ts';
import { onSignedIn } from '../../api/signed-in.ts';
import { whoIsIn } from '../access/queries.ts';

/** Calls `act` when the agent of this page has proved in another window who they are; nobody else's proof counts. */
export function onProvedElsewhere(act: () => void): () => void {
  return onSignedIn((proved) => {
    if (!proved) return;
    whoIsIn().then(
      ({ agent }) => {
        if (agent && agent.id === pageAgent()) act();
      },
      // Nobody is in yet, or it cannot be told: then it is proved here.
      () => undefined,
    );
  });
}
