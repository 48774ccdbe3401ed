import type { BlockedSender } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { blockedSendersQuery, blockSender, unblockSender } from '../sender-queries.ts';

/** What `useSaving` asks for again. */
const changes = 'mail';

/** Whose mail is set aside as it comes, and a form for one more. */
export function BlockedSenders() {
  const { t } = useTranslation();
  const list = useQuery(blockedSendersQuery);
  return (
    <section>
      <h2 className={styles.heading}>{t('senders.blocked')}</h2>
      <p className={styles.intro}>{t('senders.blockedHow')}</p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={styles.none}>{t('senders.noneBlocked')}</p>}
      <ul className={styles.rules}>
        {list.data?.map((one) => (
          <Blocked key={one.sender} blocked={one} />
        ))}
      </ul>
      <Block />
    </section>
  );
}

function Blocked({ blocked: { sender, createdAt } }: { blocked: BlockedSender }) {
  const { t } = useTranslation();
  const taking = useSaving(() => unblockSender(sender), changes);
  return (
    <li>
      <div className={styles.rule}>
        <div>
          {sender}
          <small>
            <When at={createdAt} />
          </small>
        </div>
        <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
          {t('senders.unblock')}
        </Button>
      </div>
      {taking.error && <ProblemNote error={taking.error} />}
    </li>
  );
}

function Block() {
  const { t } = useTranslation();
  const [sender, setSender] = useState('');
  const blocking = useSaving(
    () => blockSender(sender),
    changes,
    () => setSender(''),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocking.isPending) blocking.mutate();
      }}
    >
      <TextInput
        label={t('senders.sender')}
        data-path="sender"
        description={t('senders.senderHow')}
        required
        withAsterisk={false}
        maxLength={254}
        value={sender}
        onChange={(event) => setSender(event.currentTarget.value)}
      />
      {blocking.error && <ProblemNote error={blocking.error} />}
      <footer>
        <Button type="submit" loading={blocking.isPending}>
          {t('senders.block')}
        </Button>
      </footer>
    </form>
  );
}
