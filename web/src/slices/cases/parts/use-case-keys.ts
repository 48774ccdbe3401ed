import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../../ui/keys/commands.ts';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import type { Can } from './can.ts';
import type { Mode } from './composer/modes.ts';

/** The keys of a case, and the same by their names; those of what is not offered do nothing. */
export function useCaseKeys(can: Can, turnTo: (mode: Mode) => void): void {
  const { t } = useTranslation();
  const act = (keys: string, name: string, mode: Mode): Command => ({
    keys,
    name,
    run: () => turnTo(mode),
  });
  const commands = [
    can.reply && act('r', t('keys.reply'), 'reply'),
    can.note && act('n', t('keys.note'), 'note'),
    can.solve && act('s', t('case.solve'), 'solve'),
    can.passUp && act('u', t('case.passUp'), 'up'),
    can.ask && act('a', t('keys.ask'), 'ask'),
    can.wait && act('w', t('case.wait'), 'wait'),
  ].filter((command) => command !== false);
  useCommands(commands);
  useKeys({
    ...Object.fromEntries(commands.map(({ keys, run }) => [keys, run])),
    // Its name stands in the menu of what is needed less often.
    ...(can.call && { c: () => turnTo('call') }),
  });
}
