import type { Message } from '@baton/contract';
import type { ReactNode, RefObject } from 'react';
import { When } from '../../../../ui/time/when.tsx';
import { CallCard } from '../../../calls/parts/call-card.tsx';
import { FileLink } from '../file-link.tsx';
import { LetterBar } from '../letter/letter-bar.tsx';
import { AuthorName } from './author-name.tsx';
import { DeliveryState } from './delivery-state.tsx';
import styles from './conversation.module.css';
import { MessageBody } from './message-body.tsx';
import { Told } from './told.tsx';

type Props = {
  message: Message;
  place?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
};

/** One thing that was said: theirs at the left, ours at the right, among ourselves tinted. */
export function MessageCard({ message, place, children }: Props) {
  const byBaton = message.author.kind === 'baton';
  if (byBaton && message.direction !== 'internal') return <Told message={message} />;
  const look = { in: styles.theirs, out: styles.ours, internal: styles.note }[message.direction];
  const gone = message.withdrawnAt ? styles.takenBack : '';
  return (
    <article ref={place} className={`${styles.message} ${look} ${gone}`}>
      <header>
        <AuthorName message={message} />
        <span className={styles.facts}>
          <When at={message.at} />
          {message.direction === 'out' && <DeliveryState message={message} />}
        </span>
      </header>
      {message.kind === 'call' && message.direction === 'internal' ? (
        <CallCard message={message} />
      ) : (
        <MessageBody message={message} />
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
      <LetterBar message={message} />
      {children}
    </article>
  );
}
