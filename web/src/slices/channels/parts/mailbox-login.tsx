import type { Mailbox } from '@baton/contract';
import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../ui/viewer.tsx';
import { fullTime } from '../../../ui/time/format.ts';
import styles from './channels.module.css';
import type { MailboxFields } from './mailbox-fields.ts';

type Props = {
  fields: MailboxFields;
  /** As it is saved, where it is. */
  mailbox: Mailbox | undefined;
  set: (name: keyof MailboxFields) => (event: { currentTarget: { value: string } }) => void;
};

/** How Baton signs in to a mailbox: with a password, or with OAuth2. */
export function MailboxLogin({ fields, mailbox, set }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const saved = mailbox?.login;
  const since =
    saved && t('channels.setSince', { when: fullTime(Date.parse(saved.setAt), viewer) });
  const secret = (name: 'password' | 'clientSecret' | 'refreshToken', there: boolean) => (
    <PasswordInput
      label={t(`channels.${name}`)}
      description={there ? since : undefined}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      value={fields[name]}
      onChange={set(name)}
    />
  );
  const oauth2 = saved?.kind === 'oauth2' ? saved : null;
  return (
    <>
      <NativeSelect
        label={t('channels.signIn')}
        value={fields.kind}
        onChange={set('kind')}
        data={[
          { value: 'password', label: t('channels.byPassword') },
          { value: 'oauth2', label: t('channels.byOauth2') },
        ]}
      />
      {fields.kind === 'password' && secret('password', saved?.kind === 'password')}
      {fields.kind === 'oauth2' && (
        <>
          <TextInput
            label={t('channels.tokenUrl')}
            type="url"
            required
            withAsterisk={false}
            value={fields.tokenUrl}
            onChange={set('tokenUrl')}
          />
          <div className={styles.pair}>
            <NativeSelect
              label={t('channels.grant')}
              value={fields.grant}
              onChange={set('grant')}
              data={[
                { value: 'refresh_token', label: t('channels.refreshToken') },
                { value: 'client_credentials', label: t('channels.clientCredentials') },
              ]}
            />
            <TextInput
              label={t('channels.clientId')}
              required
              withAsterisk={false}
              value={fields.clientId}
              onChange={set('clientId')}
            />
          </div>
          {secret('clientSecret', oauth2?.hasClientSecret ?? false)}
          {fields.grant === 'refresh_token' &&
            secret('refreshToken', oauth2?.hasRefreshToken ?? false)}
          <TextInput label={t('channels.scope')} value={fields.scope} onChange={set('scope')} />
        </>
      )}
    </>
  );
}
