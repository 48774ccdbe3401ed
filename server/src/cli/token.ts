import type { Settings } from '../platform/settings.ts';
import { createKey } from '../slices/auth/index.ts';
import type { TokenWish } from './arguments.ts';
import { atTerminal } from './open.ts';

/** `baton token create`: makes a key for the API and prints it, alone, on standard output. */
export function createToken(settings: Settings, key: TokenWish): Promise<number> {
  return atTerminal(settings, async (deps) => {
    const text = await createKey(deps, key);
    console.error(`A key named ${key.name} with the role ${key.role}. It is shown only now:`);
    console.log(text);
  });
}
