import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './channels.module.css';

type Name = 'host' | 'port' | 'security';
type Props = {
  fields: Record<Name, string>;
  set: (name: Name) => (event: { currentTarget: { value: string } }) => void;
  /** Further fields beside them. */
  children: ReactNode;
};

/** Where a mailbox or a relay is. */
export function ServerFields({ fields, set, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('channels.host')}
        data-path="host"
        required
        withAsterisk={false}
        value={fields.host}
        onChange={set('host')}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('channels.port')}
          data-path="port"
          inputMode="numeric"
          required
          withAsterisk={false}
          value={fields.port}
          onChange={set('port')}
        />
        <NativeSelect
          label={t('channels.security')}
          data-path="security"
          value={fields.security}
          onChange={set('security')}
          data={(['tls', 'starttls', 'plain'] as const).map((value) => ({
            value,
            label: t(`channels.securities.${value}`),
          }))}
        />
        {children}
      </div>
    </>
  );
}
