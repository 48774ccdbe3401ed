import type { Message } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { useLetterChoice } from '../letter/letter-choice.ts';
import { LetterFrame } from '../letter/letter-frame.tsx';
import letterStyles from '../letter/letter.module.css';
import styles from './conversation.module.css';
import { NoteText } from './note-text.tsx';

type Props = { message: Message };

/** What a message says: as it was written where that is more than its text, else as text. */
export function MessageBody({ message }: Props) {
  const { t } = useTranslation();
  const choice = useLetterChoice();
  const { letter, author } = message;
  if (letter?.ready && !letter.plain && choice === 'written') {
    const from = author.name ?? author.address ?? t('message.unnamed');
    return <LetterFrame id={message.id} letter={letter} from={from} />;
  }
  if (message.html !== null) {
    // Made safe by the server when it was written (`platform/formatted`), and again by its policy.
    const html = { __html: message.html };
    return <div className={styles.formatted} dir="auto" dangerouslySetInnerHTML={html} />;
  }
  return (
    <>
      <div className="written" dir="auto" lang={message.language ?? undefined}>
        <Words message={message} />
      </div>
      <Folded title={t('message.signature')} text={message.signature} />
      <Folded title={t('message.earlier')} text={message.quoted} />
      {letter?.ready === false && choice === 'written' && (
        <p className={letterStyles.preparing} role="status">
          {t('letter.preparing')}
        </p>
      )}
    </>
  );
}

function Words({ message: { kind, text } }: Props) {
  const { t } = useTranslation();
  const words = text.trim();
  if (words === '') return <i>{t('message.empty')}</i>;
  return kind === 'note' ? <NoteText text={words} /> : words;
}

function Folded({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <details className={styles.quoted}>
      <summary>{title}</summary>
      <div className="written" dir="auto">
        {text.trim()}
      </div>
    </details>
  );
}
