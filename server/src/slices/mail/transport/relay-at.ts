import type { Relay } from './relay.ts';

/** The default relay, which the settings of the server name. */
export function relayAt(url: string): Relay {
  return {
    name: url,
    host: new URL(url).hostname,
    sizeLimit: null,
    byToken: false,
    connect: async () => ({ stamp: '', options: async () => ({ url }) }),
    settle: async () => {},
  };
}
