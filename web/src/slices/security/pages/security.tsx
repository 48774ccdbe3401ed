import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/shell/page.tsx';
import { ChangePassword } from '../parts/change-password.tsx';
import { OwnAuthenticator } from '../parts/own-authenticator.tsx';
import { OwnPasskeys } from '../parts/own-passkeys.tsx';
import { OwnRecoveryCodes } from '../parts/own-recovery-codes.tsx';
import { OwnSessions } from '../parts/own-sessions.tsx';

/** How one signs in oneself: second factors, password, and where one is signed in. */
export function Security() {
  const { t } = useTranslation();
  return (
    <Page title={t('me.security')}>
      <OwnAuthenticator />
      <OwnPasskeys />
      <OwnRecoveryCodes />
      <ChangePassword />
      <OwnSessions />
    </Page>
  );
}
