import type { Deps } from '../../platform/context.ts';
import { countRelays } from './store/relays.ts';

/** How mail leaves, for the health page: by relays of all brands, of some, or it is held. */
export async function mailOut({ db, settings }: Deps): Promise<'relay' | 'some' | 'held'> {
  if (settings.smtpUrl !== undefined) return 'relay';
  const { brands, relays } = await countRelays(db);
  if (relays === 0) return 'held';
  return relays === brands ? 'relay' : 'some';
}
