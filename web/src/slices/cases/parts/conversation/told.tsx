import type { Message } from '@baton/contract';
import { When } from '../../../../ui/time/when.tsx';
import { AuthorName } from './author-name.tsx';
import styles from './conversation.module.css';
import { DeliveryState } from './delivery-state.tsx';

/** What Baton itself told the customer: one line, opened by whoever wants to read it. */
export function Told({ message }: { message: Message }) {
  return (
    <details className={styles.told}>
      <summary>
        <AuthorName message={message} />
        <span>
          <When at={message.at} />
          <DeliveryState message={message} />
        </span>
      </summary>
      <div className="written" lang={message.language ?? undefined}>
        {message.text.trim()}
      </div>
    </details>
  );
}
