import type { Case } from '@baton/contract';
import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/keys/commands.ts';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { useProblemWords } from '../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../access/queries.ts';
import { follow, unfollow, type On } from '../doing.ts';
import type { Can } from './can.ts';
import type { Mode } from './composer/modes.ts';
import { useActing } from './composer/use-acting.ts';

type Props = { item: Case; can: Can; onMode: (mode: Mode) => void };

/** What is needed less often. */
export function MoreMenu({ item, can, onMode }: Props) {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  useKeys({ '.': menu.open });
  const { follows, toggle } = useFollowing(item);
  const acts = can.note ? actsOf(item, can, onMode) : [];
  const named = acts.map(({ name, ...act }) => ({ name: t(name), ...act }));
  const following = t(follows ? 'case.unfollow' : 'case.follow');
  useCommands([...named, ...(toggle && can.note ? [{ name: following, run: toggle }] : [])]);
  if (!can.note) return null;
  return (
    <Menu
      opened={opened}
      onChange={(open) => (open ? menu.open() : menu.close())}
      position="bottom-start"
      width={230}
    >
      <Menu.Target>
        <Button variant="default">
          {t('case.more')} <kbd>.</kbd>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {named.map(({ name, keys, run }) => (
          <Menu.Item key={name} onClick={run} rightSection={keys && <kbd>{keys}</kbd>}>
            {name}
          </Menu.Item>
        ))}
        {toggle && <Menu.Item onClick={toggle}>{following}</Menu.Item>}
        <Menu.Item component={Link} to={`/told/${item.id}`}>
          {t('handover.whoWasTold')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What else can be done, as far as it may be. */
function actsOf(item: Case, can: Can, onMode: (mode: Mode) => void) {
  const act = <Name extends string>(may: boolean, name: Name, mode: Mode, keys?: string) => ({
    ...{ may, name, keys },
    run: () => onMode(mode),
  });
  return [
    act(can.call, 'calls.begin', 'call', 'c'),
    act(can.handAcross, 'case.handAcross', 'across'),
    act(can.handDown, 'case.handDown', 'down'),
    act(item.status !== 'merged', 'case.correct', 'correct'),
    act(can.merge, 'casePeople.mergeInto', 'merge'),
    act(can.setAside, 'case.setAside', 'aside'),
  ].filter(({ may }) => may);
}

function useFollowing(item: Case) {
  const words = useProblemWords();
  const { data: me } = useSuspenseQuery(meQuery);
  const agentId = me.agent?.id;
  const follows = item.followers.some((one) => one.id === agentId);
  const act = (on: On) => (follows && agentId ? unfollow(on, agentId) : follow(on));
  const { acting } = useActing(item, act, () => undefined);
  const toggle = agentId
    ? () =>
        acting.mutate(undefined, {
          onError: (error) => notifications.show({ color: 'red', message: words(error) }),
        })
    : null;
  return { follows, toggle };
}
