import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DownIcon } from '../../../../ui/shell/icons.tsx';
import styles from './composer.module.css';
import { lastWay, nameOf, type Way } from './ways.ts';

type Props = {
  ways: Way[];
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onChosen: (way: Way) => void;
};

/** Further ways to send, beside the button; the one that was chosen last has the focus. */
export function SendMenu({ ways, opened, onOpened, onChosen }: Props) {
  const { t } = useTranslation();
  const words = useWayWords();
  const last = lastWay();
  return (
    <Menu opened={opened} onChange={onOpened} position="top-end">
      <Menu.Target>
        <Button
          className={styles.ways}
          aria-label={t('sendMenu.more')}
          title={`${t('sendMenu.more')} (${waysKey})`}
        >
          <DownIcon />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map((way) => (
          <Menu.Item
            key={nameOf(way)}
            onClick={() => onChosen(way)}
            {...(nameOf(way) === last ? { 'data-autofocus': true } : {})}
          >
            {words(way)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const waysKey = navigator.platform.startsWith('Mac') ? '⌘⇧↵' : 'Ctrl ⇧ ↵';

/** A way to send, in words. */
export function useWayWords(): (way: Way) => string {
  const { t } = useTranslation();
  return (way) => {
    switch (way.kind) {
      case 'stay':
        return t('composer.send');
      case 'solve':
        return t('sendMenu.solve');
      case 'wait':
        return t('sendMenu.waitDays', { count: way.days });
      case 'until':
        return t('sendMenu.waitUntil');
    }
  };
}
