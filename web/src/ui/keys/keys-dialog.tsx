import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyName, keyGroups, otherKeys } from './keys.ts';
import styles from './keys-dialog.module.css';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';
import { useFocusBack } from './use-focus-back.ts';

type OtherKey = { [Group in keyof typeof otherKeys]: keyof (typeof otherKeys)[Group] };
type Name = KeyName | OtherKey[keyof OtherKey];

/** What the keys are called in their groups, those of the browser's own parts among them. */
const shown: [keyof typeof keyGroups | 'writing', Partial<Record<Name, string>>][] = [
  ['everywhere', { ...otherKeys.everywhere, ...keyGroups.everywhere }],
  ['list', keyGroups.list],
  ['writing', otherKeys.writing],
  ['intake', keyGroups.intake],
  ['case', keyGroups.case],
];

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
      size="xl"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={styles.groups}>
        {shown.map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`shortcuts.of.${group}`)}</h3>
            <dl className={styles.keys}>
              {(Object.entries(keys) as [Name, string][]).map(([name, key]) => (
                <div key={name}>
                  <dt>
                    <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
                  </dt>
                  <dd>{t(`shortcuts.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        label={t('shortcuts.single')}
        description={t('shortcuts.singleWhy')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          setSingleKeys(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
