import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import shared from '../../../ui/shell/section.module.css';
import { AddPasskey } from './add-passkey.tsx';
import styles from './security.module.css';
import { SetUpAuthenticator } from './set-up-authenticator.tsx';

/** The first second factor: an authenticator app, or a passkey. */
export function Enrol({ onDone }: { onDone: (codes: string[] | null) => void }) {
  const { t } = useTranslation();
  const [byPasskey, setByPasskey] = useState(false);
  return (
    <>
      {byPasskey ? (
        <>
          <p className={shared.about}>{t('passkeys.why')}</p>
          <AddPasskey onDone={onDone} />
        </>
      ) : (
        <SetUpAuthenticator onDone={onDone} />
      )}
      {globalThis.PublicKeyCredential && (
        <p>
          <button type="button" className={styles.other} onClick={() => setByPasskey(!byPasskey)}>
            {t(byPasskey ? 'passkeys.appInstead' : 'passkeys.instead')}
          </button>
        </p>
      )}
    </>
  );
}
