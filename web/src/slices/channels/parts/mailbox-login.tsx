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
  const there = mailbox?.login.kind === 'password';
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
      {fields.kind === 'password' ? (
        <Secret name="password" there={there} fields={fields} mailbox={mailbox} set={set} />
      ) : (
        <ByOauth2 fields={fields} mailbox={mailbox} set={set} />
      )}
    </>
  );
}

function ByOauth2({ fields, mailbox, set }: Props) {
  const { t } = useTranslation();
  const saved = mailbox?.login.kind === 'oauth2' ? mailbox.login : null;
  const refreshing = fields.grant === 'refresh_token';
  const secret = (name: SecretName, there: boolean | undefined) => (
    <Secret name={name} there={there ?? false} fields={fields} mailbox={mailbox} set={set} />
  );
  return (
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
      {secret('clientSecret', saved?.hasClientSecret)}
      {refreshing && secret('refreshToken', saved?.hasRefreshToken)}
      <TextInput label={t('channels.scope')} value={fields.scope} onChange={set('scope')} />
    </>
  );
}

type SecretName = 'password' | 'clientSecret' | 'refreshToken';

/** A secret is never shown again: only since when it is set. */
function Secret({
  name,
  there,
  fields,
  mailbox,
  set,
}: Props & { name: SecretName; there: boolean }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const setAt = there ? mailbox?.login.setAt : undefined;
  return (
    <PasswordInput
      label={t(`channels.${name}`)}
      description={setAt && t('channels.setSince', { when: fullTime(Date.parse(setAt), viewer) })}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      value={fields[name]}
      onChange={set(name)}
    />
  );
}
