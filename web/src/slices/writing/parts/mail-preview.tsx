import { useTranslation } from 'react-i18next';
import { useSettled } from './use-settled.ts';
import styles from './writing.module.css';

/** A mail as it would leave, at an address of its own where nothing in it can run. */
export function MailPreview({ address }: { address: string }) {
  const { t } = useTranslation();
  // Not at every letter that is typed.
  const settled = useSettled(address, 600);
  return (
    // A frame of its own each time: one that goes on to another address is a step of the browser's Back.
    <iframe
      key={settled}
      className={styles.mail}
      title={t('brands.preview')}
      src={settled}
      sandbox=""
    />
  );
}
