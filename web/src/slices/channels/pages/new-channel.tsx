import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/shell/page.tsx';
import { ChannelForm } from '../parts/channel-form.tsx';
import styles from '../parts/channels.module.css';
import { addChannel } from '../queries.ts';

/** Adds a channel; its mailbox is set on the page that follows. */
export function NewChannel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const router = useRouter();
  return (
    <Page title={t('channels.add')} back="/settings/channels">
      <p className={styles.intro}>{t('channels.addMeans')}</p>
      <ChannelForm
        save={async (fields) => {
          const { id } = await addChannel(fields);
          await client.invalidateQueries({ queryKey: ['mail', 'channels'] });
          await router.navigate({ to: '/settings/channels/$channelId', params: { channelId: id } });
        }}
      />
    </Page>
  );
}
