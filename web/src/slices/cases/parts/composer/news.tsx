import type { Message } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../../api/refusal.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { When } from '../../../../ui/time/when.tsx';
import styles from './composer.module.css';

/** Why it was not sent; if someone wrote meanwhile, what they wrote. Without an error only that. */
export function News({ error, news }: { error: unknown; news: Message[] }) {
  const { t } = useTranslation();
  if (error !== null && !isRefusal(error, 'stale_version')) {
    return (
      <div className={styles.problem}>
        <ProblemNote error={error} kept={t('composer.kept')} />
      </div>
    );
  }
  return (
    <div className={styles.news} role="alert">
      <p>{news.length > 0 ? t('composer.meanwhile') : t('composer.moved')}</p>
      {news.map((message) => (
        <blockquote key={message.id}>
          <b>{message.author.name ?? message.author.address ?? t('message.unnamed')}</b>{' '}
          <When at={message.at} />
          <div className="written">{message.text.trim().slice(0, 600)}</div>
        </blockquote>
      ))}
    </div>
  );
}
