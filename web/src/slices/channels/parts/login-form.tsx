import type { ShownLogin } from '@baton/contract';
import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../ui/viewer.tsx';
import { fullTime } from '../../../ui/time/format.ts';
import styles from './channels.module.css';
import type { LoginFields } from './login-fields.ts';

type Props = {
  fields: LoginFields;
  /** As it is saved, where it is. */
  login: ShownLogin | undefined;
  set: (name: keyof LoginFields) => (event: { currentTarget: { value: string } }) => void;
};

/**
 * How Baton signs in to a mailbox or a relay: with a password, with OAuth2, or not at all where
 * there is a word for that.
 */
export function LoginForm({ fields, login, set, none }: Props & { none?: string }) {
  const { t } = useTranslation();
  const there = login?.kind === 'password';
  return (
    <>
      <NativeSelect
        label={t('channels.signIn')}
        data-path="login.kind"
        value={fields.kind}
        onChange={set('kind')}
        data={[
          ...(none === undefined ? [] : [{ value: 'none', label: none }]),
          { value: 'password', label: t('channels.byPassword') },
          { value: 'oauth2', label: t('channels.byOauth2') },
        ]}
      />
      {fields.kind === 'password' && (
        <Secret name="password" there={there} fields={fields} login={login} set={set} />
      )}
      {fields.kind === 'oauth2' && <ByOauth2 fields={fields} login={login} set={set} />}
    </>
  );
}

function ByOauth2({ fields, login, set }: Props) {
  const { t } = useTranslation();
  const saved = login?.kind === 'oauth2' ? login : null;
  const refreshing = fields.grant === 'refresh_token';
  const secret = (name: SecretName, there: boolean | undefined) => (
    <Secret name={name} there={there ?? false} fields={fields} login={login} set={set} />
  );
  return (
    <>
      <TextInput
        label={t('channels.tokenUrl')}
        data-path="login.tokenUrl"
        type="url"
        required
        withAsterisk={false}
        value={fields.tokenUrl}
        onChange={set('tokenUrl')}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('channels.grant')}
          data-path="login.grant"
          value={fields.grant}
          onChange={set('grant')}
          data={[
            { value: 'refresh_token', label: t('channels.refreshToken') },
            { value: 'client_credentials', label: t('channels.clientCredentials') },
          ]}
        />
        <TextInput
          label={t('channels.clientId')}
          data-path="login.clientId"
          required
          withAsterisk={false}
          value={fields.clientId}
          onChange={set('clientId')}
        />
      </div>
      {secret('clientSecret', saved?.hasClientSecret)}
      {refreshing && secret('refreshToken', saved?.hasRefreshToken)}
      <TextInput
        label={t('channels.scope')}
        data-path="login.scope"
        value={fields.scope}
        onChange={set('scope')}
      />
    </>
  );
}

type SecretName = 'password' | 'clientSecret' | 'refreshToken';

/** A secret is never shown again: only since when it is set. */
function Secret({ name, there, fields, login, set }: Props & { name: SecretName; there: boolean }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const setAt = there ? login?.setAt : undefined;
  return (
    <PasswordInput
      label={t(`channels.${name}`)}
      data-path={`login.${name}`}
      description={setAt && t('channels.setSince', { when: fullTime(Date.parse(setAt), viewer) })}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      value={fields[name]}
      onChange={set(name)}
    />
  );
}
