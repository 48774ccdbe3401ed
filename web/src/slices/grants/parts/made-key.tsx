import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../../people/parts/people.module.css';

/** A key that was just made: it is shown now, and never again. */
export function MadeKey({ text, onDone }: { text: string | null; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.form} role="status">
      <h2>{t('programKeys.made')}</h2>
      {text === null ? (
        <p className={styles.about}>{t('programKeys.madeBefore')}</p>
      ) : (
        <>
          <p className={styles.about}>{t('programKeys.onlyNow')}</p>
          <p className={styles.link}>
            <code>{text}</code>
          </p>
        </>
      )}
      <footer className={styles.foot}>
        {text !== null && (
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'programKeys.copied' : 'programKeys.copy')}
              </Button>
            )}
          </CopyButton>
        )}
        <Button onClick={onDone}>{t('programKeys.kept')}</Button>
      </footer>
    </section>
  );
}
