import type { Message } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tell } from '../../../../api/client.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { messagesQuery } from '../../queries.ts';
import { chooseLetters, useLetterChoice } from './letter-choice.ts';
import styles from './letter.module.css';

/** What can be done with a letter: read it the other way, load its pictures, have the original. */
export function LetterBar({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { letter, inbound } = message;
  const choice = useLetterChoice();
  const isWritten = choice === 'written';
  const hasForm = letter?.ready === true && !letter.plain;
  if (!hasForm && inbound === null) return null;
  return (
    <div className={styles.bar}>
      {hasForm && (
        <button
          type="button"
          className={styles.quiet}
          onClick={() => chooseLetters(isWritten ? 'text' : 'written')}
        >
          {t(isWritten ? 'letter.asText' : 'letter.asWritten')}
        </button>
      )}
      {hasForm && isWritten && <Pictures message={message} />}
      {inbound !== null && (
        <a className={styles.quiet} href={`/api/mail/inbound/${inbound}/raw`} download>
          {t('letter.original')}
        </a>
      )}
    </div>
  );
}

/** Pictures that would be fetched from elsewhere, which the sender may notice. */
function Pictures({ message }: { message: Message }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const load = useMutation({
    mutationFn: () => tell(`/api/messages/${message.id}/pictures`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: messagesQuery(message.case).queryKey }),
  });
  const { unasked = 0, loading = 0, failed = 0 } = message.letter?.pictures ?? {};
  return (
    <>
      {unasked > 0 && (
        <button
          type="button"
          className={styles.quiet}
          title={t('letter.loadWhat')}
          disabled={load.isPending}
          onClick={() => load.mutate()}
        >
          {t('letter.load', { count: unasked })}
        </button>
      )}
      <span role="status">
        {loading > 0 && t('letter.loading')}
        {loading === 0 && failed > 0 && t('letter.failed', { count: failed })}
      </span>
      {load.error && <ProblemNote error={load.error} />}
    </>
  );
}
