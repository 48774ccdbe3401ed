import type { Channel } from '@baton/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { may } from '../../access/may.ts';
import { Removing } from '../../people/parts/removing.tsx';
import { ChannelForm } from '../parts/channel-form.tsx';
import { ChannelHealth } from '../parts/channel-health.tsx';
import styles from '../parts/channels.module.css';
import { LeftoverList } from '../parts/leftover-list.tsx';
import { MailboxForm } from '../parts/mailbox-form.tsx';
import { OlderMail } from '../parts/older-mail.tsx';
import { ReplyAddresses } from '../parts/reply-addresses.tsx';
import { changeChannel, channelQuery, mailboxQuery, removeChannel } from '../queries.ts';

/** One channel: how it is, and everything that can be set. */
export function ChannelPage() {
  const { channelId } = useParams({ from: '/desk/settings/channels/$channelId' });
  const { t } = useTranslation();
  const { who } = useRouteContext({ from: '/desk' });
  const mayChange = may(who, 'Mail', 'admin');
  const { data: channel, error, refetch } = useQuery(channelQuery(channelId));
  return (
    <Page title={channel?.name ?? t('channels.title')} back="/settings/channels">
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {channel && <ChannelHealth channel={channel} mayChange={mayChange} />}
      {channel && <LeftoverList channelId={channelId} mayChange={mayChange} />}
      {channel && mayChange && <Settings key={channelId} channel={channel} />}
    </Page>
  );
}

function Settings({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mailbox = useQuery({ ...mailboxQuery(channel.id), enabled: channel.hasMailbox });
  const known = channel.hasMailbox ? mailbox.data : undefined;
  const ready = !channel.hasMailbox || mailbox.data !== undefined;
  return (
    <>
      <section className={styles.part}>
        <h2>{t('channels.channel')}</h2>
        <ChannelForm
          channel={channel}
          save={async (fields) => {
            await changeChannel(channel.id, fields);
            await client.invalidateQueries({ queryKey: ['mail', 'channels'] });
          }}
        />
      </section>
      {channel.address !== null && (
        <section className={styles.part}>
          <h2>{t('channels.mailbox')}</h2>
          <p className={styles.intro}>{t('channels.mailboxMeans')}</p>
          {ready && (
            <MailboxForm key={String(channel.hasMailbox)} channel={channel} mailbox={known} />
          )}
        </section>
      )}
      {known && <OlderMail channelId={channel.id} mailbox={known} />}
      {channel.address !== null && <ReplyAddresses channel={channel} />}
      <div className={styles.part}>
        <Removing
          what={t('channels.remove')}
          sure={t('channels.removeSure')}
          remove={() => removeChannel(channel.id)}
          onGone={() => void navigate({ to: '/settings/channels' })}
        />
      </div>
    </>
  );
}
