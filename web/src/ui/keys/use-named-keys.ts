import { useCommands } from './commands.ts';
import { type KeyName, keyOfName } from './keys.ts';
import { useKeys } from './use-keys.ts';

/** What is done, under its name in the viewer's language; false where it is not offered now. */
type Named = { name: string; run: () => void } | false;

/** Does what is bound to its key, offers the same to whoever looks for it by name, and gives what is offered. */
export function useNamedKeys(acts: Partial<Record<KeyName, Named>>) {
  const offered = (Object.entries(acts) as [KeyName, Named][]).flatMap(([of, act]) =>
    act ? [{ of, ...act }] : [],
  );
  useCommands(offered.map(({ of, name, run }) => ({ name, keys: keyOfName[of], run })));
  useKeys(Object.fromEntries(offered.map(({ of, run }) => [of, run])));
  return offered;
}
