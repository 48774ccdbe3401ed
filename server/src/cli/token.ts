import { openLog } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import type { Settings } from '../platform/settings.ts';
import { StartError } from '../platform/start-error.ts';
import { createKey } from '../slices/auth/index.ts';
import type { TokenWish } from './arguments.ts';
import { openAll } from './open.ts';

/** `baton token create`: makes a key for the API and prints it, alone, on standard output. */
export async function createToken(settings: Settings, key: TokenWish): Promise<number> {
  const log = openLog('info', process.stderr);
  const { deps, close } = await openAll(settings, { log, asServer: false });
  try {
    const text = await createKey(deps, key);
    console.error(`A key named ${key.name} with the role ${key.role}. It is shown only now:`);
    console.log(text);
    return 0;
  } catch (error) {
    if (error instanceof Problem) throw new StartError(error.message);
    throw error;
  } finally {
    await close();
  }
}
