import type { Case } from '@baton/contract';
import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/keys/commands.ts';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { useNamedKeys } from '../../../ui/keys/use-named-keys.ts';
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
  const target = useRef<HTMLButtonElement>(null);
  const open = () => {
    // On a phone the head scrolls away, and a menu of what is out of sight stays hidden.
    target.current?.scrollIntoView({ block: 'nearest' });
    menu.open();
  };
  useKeys(can.note ? { more: open } : {});
  const { follows, toggle } = useFollowing(item);
  const told = useTold(item.id);
  const act = (may: boolean, name: string, mode: Mode) =>
    can.note && may && { name, run: () => onMode(mode) };
  const following = t(follows ? 'case.unfollow' : 'case.follow');
  const offered = useNamedKeys({
    call: act(can.call, t('calls.begin'), 'call'),
    across: act(can.handAcross, t('case.handAcross'), 'across'),
    down: act(can.handDown, t('case.handDown'), 'down'),
    correct: act(item.status !== 'merged', t('case.correct'), 'correct'),
    merge: act(can.merge, t('casePeople.mergeInto'), 'merge'),
    setAside: act(can.setAside, t('case.setAside'), 'aside'),
    follow: toggle !== null && can.note && { name: following, run: toggle },
  });
  useCommands(can.note ? [told] : []);
  if (!can.note) return null;
  return (
    <Menu
      opened={opened}
      onChange={(opens) => (opens ? menu.open() : menu.close())}
      position="bottom-start"
      width={230}
    >
      <Menu.Target>
        <Button ref={target} variant="default">
          {t('case.more')} <KeyCap of="more" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ of, name, run }) => (
          <Menu.Item key={of} onClick={run} rightSection={<KeyCap of={of} />}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={told.run}>{told.name}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Who was told of what about the case, and why others were not. */
function useTold(caseId: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return { name: t('handover.whoWasTold'), run: () => void navigate({ to: `/told/${caseId}` }) };
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
