import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/shell/page.tsx';
import { shortDay } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { InboundFilter } from '../inbound-queries.ts';
import { AccountTable } from '../parts/account-table.tsx';
import { Breakers } from '../parts/breakers.tsx';
import { InboundList } from '../parts/inbound-list.tsx';
import styles from '../parts/mail.module.css';

type Chosen = { title: string; filter: InboundFilter };

/** Every message that was accepted, and what became of it. */
export function MailIn() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const choose = (now: Chosen) => {
    setChosen(now);
    heading.current?.focus();
  };
  return (
    <Page title={t('mailIn.title')}>
      <Breakers
        onLook={({ id }) => choose({ title: t('breaker.title'), filter: { breaker: id } })}
      />
      <AccountTable
        onDay={({ day, channel }) =>
          choose({
            title: t('account.onlyDay', { day: shortDay(day, viewer), channel: channel.name }),
            filter: { day, channel: channel.id },
          })
        }
      />
      <h2 ref={heading} tabIndex={-1} className={styles.section}>
        {chosen?.title ?? t('mailIn.messages')}
      </h2>
      <InboundList
        key={JSON.stringify(chosen)}
        within={chosen?.filter ?? {}}
        onAll={chosen ? () => setChosen(null) : null}
      />
    </Page>
  );
}
