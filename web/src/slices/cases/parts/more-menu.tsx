import type { Case } from '@baton/contract';
import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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
        {can.call && (
          <Menu.Item onClick={() => onMode('call')} rightSection={<kbd>c</kbd>}>
            {t('calls.begin')}
          </Menu.Item>
        )}
        {can.handAcross && (
          <Menu.Item onClick={() => onMode('across')}>{t('case.handAcross')}</Menu.Item>
        )}
        {can.handDown && <Menu.Item onClick={() => onMode('down')}>{t('case.handDown')}</Menu.Item>}
        {item.status !== 'merged' && (
          <Menu.Item onClick={() => onMode('correct')}>{t('case.correct')}</Menu.Item>
        )}
        {can.merge && (
          <Menu.Item onClick={() => onMode('merge')}>{t('casePeople.mergeInto')}</Menu.Item>
        )}
        {toggle && (
          <Menu.Item onClick={toggle}>{t(follows ? 'case.unfollow' : 'case.follow')}</Menu.Item>
        )}
        {can.setAside && (
          <Menu.Item onClick={() => onMode('aside')}>{t('case.setAside')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
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
