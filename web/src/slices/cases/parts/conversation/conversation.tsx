import type { Case, Message } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../../access/queries.ts';
import { eventsQuery, messagesQuery } from '../../queries.ts';
import { MessageMarks } from '../people/message-marks.tsx';
import { EventLine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import { firstUnread, thread } from './thread.ts';
import { useNewsBelow } from './use-news-below.ts';
import styles from './conversation.module.css';

type Props = { place: RefObject<HTMLElement | null>; item: Case; canPeople: boolean };

/** What was said and what happened, the newest at the bottom. */
export function Conversation({ place, item, canPeople }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const messages = useQuery(messagesQuery(item.id));
  const events = useQuery(eventsQuery(item.id));
  const entries = useMemo(
    () => thread(messages.data ?? [], events.data ?? []),
    [messages.data, events.data],
  );
  const unread = useMemo(() => firstUnread(messages.data ?? []), [messages.data]);
  const mine = useMemo(() => writtenBy(me.agent?.id, messages.data ?? []), [me, messages.data]);
  const ready = messages.data !== undefined && events.data !== undefined;
  const { start, end, news, toEnd } = useNewsBelow(entries.length, mine, ready);
  const error = messages.error ?? events.error;
  return (
    <section
      ref={place}
      className={styles.scroll}
      aria-label={t('case.conversation')}
      tabIndex={-1}
    >
      <div className={styles.entries}>
        {error && <ProblemNote error={error} onAgain={() => void messages.refetch()} />}
        {entries.map((entry) =>
          entry.kind === 'message' ? (
            <MessageCard
              key={`m${entry.seq}`}
              place={entry.seq === unread ? start : undefined}
              message={entry.message}
            >
              <MessageMarks item={item} message={entry.message} may={canPeople} />
            </MessageCard>
          ) : (
            <EventLine key={`e${entry.seq}`} event={entry.event} />
          ),
        )}
        <div ref={end} className={styles.end} />
      </div>
      <div role="status" className={styles.below}>
        {news > 0 && (
          <button type="button" onClick={toEnd}>
            {t('case.newsBelow', { count: news })}
          </button>
        )}
      </div>
    </section>
  );
}

const writtenBy = (agent: string | undefined, messages: Message[]): number =>
  messages.filter(({ author }) => author.kind === 'agent' && author.id === agent).length;
