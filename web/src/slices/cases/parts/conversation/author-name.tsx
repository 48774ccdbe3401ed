import type { Message } from '@baton/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../access/queries.ts';
import styles from './conversation.module.css';
import { useRuleName } from './use-rule-name.ts';

/** Kinds of message that are said beside the name; the others speak for themselves. */
const saidKinds = ['note', 'summary', 'solution', 'receipt', 'moved', 'reminder', 'page'] as const;

/** Said on the telephone, in person, and what was sent of it. */
const spokenKinds = ['call', 'visit', 'call_record'] as const;

/** Who wrote it, and what it is where that is not a plain letter. */
export function AuthorName({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { author } = message;
  const byBaton = author.kind === 'baton';
  const rule = useRuleName(byBaton ? author.id : null);
  const isMe = author.kind === 'agent' && author.id === me.agent?.id;
  const other = author.name ?? author.address ?? t('message.unnamed');
  const name = isMe ? t('message.you') : byBaton ? (rule ?? 'Baton') : other;
  const spoken = spokenKinds.find((known) => known === message.kind);
  const kind = saidKinds.find((known) => known === message.kind);
  return (
    <span className={styles.author}>
      <b title={author.address ?? undefined}>{name}</b>
      {spoken && <> · {t(`calls.kind.${spoken}`)}</>}
      {kind && (
        <>
          {' · '}
          {kind === 'reminder' || kind === 'page' ? t(`ending.${kind}`) : t(`message.kind.${kind}`)}
        </>
      )}
      {author.kind === 'stranger' && <em> · {t('message.stranger')}</em>}
      {message.automatic && message.direction === 'in' && <> · {t('message.automatic')}</>}
    </span>
  );
}
