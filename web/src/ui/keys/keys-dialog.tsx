import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';
import { useFocusBack } from './use-focus-back.ts';
import styles from './keys-dialog.module.css';

const keys = [
  ['Ctrl K · ⌘ K', 'palette'],
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['r', 'reply'],
  ['n', 'note'],
  ['s', 'solve'],
  ['u', 'passUp'],
  ['w', 'wait'],
  ['a', 'ask'],
  ['t', 'thanks'],
  ['c', 'call'],
  ['i', 'intake'],
  ['.', 'more'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'back'],
  ['?', 'keys'],
] as const;

/** Which key does what; and the switch for whoever wants none of the single ones. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <dl className={styles.keys}>
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('keys.single')}
        description={t('keys.singleWhy')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          setSingleKeys(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
