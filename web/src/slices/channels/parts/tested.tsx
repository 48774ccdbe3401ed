import type { ChannelTest } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { TroubleNote } from './trouble-note.tsx';

/** What came of trying a mailbox and the relay. */
export function Tested({ test: { mailbox, relay } }: { test: ChannelTest }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {mailbox?.trouble && <TroubleNote trouble={mailbox.trouble} />}
      {mailbox && !mailbox.trouble && (
        <p>{t('channels.mailboxWorks', { count: mailbox.messages ?? 0 })}</p>
      )}
      {relay?.trouble && <TroubleNote trouble={relay.trouble} />}
      {relay && !relay.trouble && <p>{t('channels.relayWorks')}</p>}
    </div>
  );
}
