import type { Case, Message } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';
import { answerStranger, splitOff } from './people-api.ts';
import styles from './people.module.css';

type Props = { item: Case; message: Message; may: boolean };

/** What is to be known of a message beside its words: who wrote is unknown, or it stands twice. */
export function MessageMarks({ item, message, may }: Props) {
  const { copiedFrom, copiedTo, stranger } = message;
  const open = may && item.status !== 'merged';
  // The first message is what the case is about.
  const isLater = message.direction === 'in' && message.seq > 1;
  const splits = open && isLater && message.author.address && !copiedTo;
  const tells = copiedFrom || copiedTo || stranger;
  if (!tells && !splits) return null;
  return (
    <div className={`${styles.marks} ${tells ? styles.telling : ''}`}>
      {stranger && <Stranger item={item} message={message} may={open} />}
      {copiedTo && <Copy kind="to" other={copiedTo} />}
      {copiedFrom && <Copy kind="from" other={copiedFrom} />}
      {splits && <Split item={item} message={message} />}
    </div>
  );
}

function Copy({ kind, other }: { kind: 'to' | 'from'; other: { id: string; number: number } }) {
  return (
    <p>
      <Trans
        i18nKey={`casePeople.copied.${kind}`}
        values={{ number: other.number }}
        components={{ a: <Link to="/cases/$caseId" params={{ caseId: other.id }} /> }}
      />
    </p>
  );
}

function Stranger({ item, message, may }: Props) {
  const { t } = useTranslation();
  const { stranger, author } = message;
  if (!stranger) return null;
  const decide = (admit: boolean) => (on: Parameters<typeof answerStranger>[0]) =>
    answerStranger(on, message.id, admit);
  return (
    <div className={stranger === 'unknown' ? styles.unknown : undefined} role="note">
      <p>{t(`casePeople.stranger.${stranger}`, { address: author.address ?? '' })}</p>
      {may && stranger !== 'admitted' && author.address && (
        <span className={styles.act}>
          <ActButton item={item} name={t('casePeople.admit')} act={decide(true)} />
          {stranger === 'unknown' && (
            <ActButton item={item} name={t('casePeople.turnAway')} act={decide(false)} />
          )}
        </span>
      )}
    </div>
  );
}

function Split({ item, message }: { item: Case; message: Message }) {
  const { t } = useTranslation();
  return (
    <ActButton
      item={item}
      name={t('casePeople.split')}
      quiet
      sure={t('casePeople.splitSure')}
      act={(on) => splitOff(on, message.id)}
    />
  );
}
