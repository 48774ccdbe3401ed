import type { Message } from '@baton/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../../ui/time/when.tsx';
import { FileLink } from '../file-link.tsx';
import { AuthorName } from './author-name.tsx';
import { DeliveryState } from './delivery-state.tsx';
import styles from './conversation.module.css';
import { Told } from './told.tsx';

/** One thing that was said: theirs at the left, ours at the right, among ourselves tinted. */
export function MessageCard({ message, children }: { message: Message; children?: ReactNode }) {
  const { t } = useTranslation();
  const byBaton = message.author.kind === 'baton';
  if (byBaton && message.direction !== 'internal') return <Told message={message} />;
  const look = { in: styles.theirs, out: styles.ours, internal: styles.note }[message.direction];
  return (
    <article className={`${styles.message} ${look}`}>
      <header>
        <AuthorName message={message} />
        <span className={styles.facts}>
          <When at={message.at} />
          {message.direction === 'out' && <DeliveryState message={message} />}
        </span>
      </header>
      <div className="written" lang={message.language ?? undefined}>
        {message.text.trim() === '' ? <i>{t('message.empty')}</i> : message.text.trim()}
      </div>
      {message.signature && (
        <details className={styles.quoted}>
          <summary>{t('message.signature')}</summary>
          <div className="written">{message.signature.trim()}</div>
        </details>
      )}
      {message.quoted && (
        <details className={styles.quoted}>
          <summary>{t('message.earlier')}</summary>
          <div className="written">{message.quoted.trim()}</div>
        </details>
      )}
      {message.files.length > 0 && (
        <ul className={styles.files}>
          {message.files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </article>
  );
}
