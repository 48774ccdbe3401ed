import type { Agent, PushDevice } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import styles from '../../../ui/shell/section.module.css';
import { When } from '../../../ui/time/when.tsx';
import { letNobodyPush, letPush, PushDenied, PushFailed } from '../push-here.ts';
import { endPushDevice, pushDevicesQuery, putPushDevice } from '../push-queries.ts';
import { canBePushedTo, notePushHere } from '../push-wish.ts';
import { noteToldHere } from '../told-here.ts';

/** The devices on which one is told by push: this one can be set up, each can be ended. */
export function PushDevices({ agent }: { agent: Pick<Agent, 'id'> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const devices = useQuery(pushDevicesQuery);
  const { queryKey } = pushDevicesQuery;
  const beginning = useMutation({
    mutationFn: async (key: string) => {
      const answer = await putPushDevice(await letPush(key));
      notePushHere(agent.id);
      await noteToldHere(agent.id);
      return answer;
    },
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
  });
  const ending = useMutation({
    mutationFn: async ({ id, current }: PushDevice) => {
      await endPushDevice(id);
      if (current) await letNobodyPush();
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const items = devices.data?.items ?? [];
  const isHere = items.some(({ current }) => current);
  return (
    <section className={styles.section} aria-label={t('push.title')}>
      <h2>{t('push.title')}</h2>
      <p className={styles.about}>{t('push.about')}</p>
      {devices.error && <ProblemNote error={devices.error} />}
      {ending.error && <ProblemNote error={ending.error} />}
      <Trouble error={beginning.error} />
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((one) => (
            <li key={one.id}>
              <Device device={one} />
              <Button
                size="xs"
                variant="default"
                loading={ending.isPending && ending.variables.id === one.id}
                onClick={() => ending.mutate(one)}
              >
                {t('push.off')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {devices.data && !isHere && canBePushedTo() && (
        <Button
          variant="default"
          loading={beginning.isPending}
          onClick={() => beginning.mutate(devices.data.key)}
        >
          {t('push.on')}
        </Button>
      )}
      {!canBePushedTo() && <p className={styles.about}>{t('push.unable')}</p>}
    </section>
  );
}

function Trouble({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!error) return null;
  if (error instanceof PushDenied) return <p role="alert">{t('push.denied')}</p>;
  if (error instanceof PushFailed) return <p role="alert">{t('push.failed')}</p>;
  return <ProblemNote error={error} />;
}

function Device({ device }: { device: PushDevice }) {
  const { t } = useTranslation();
  const name = [device.browser, device.system].filter((one) => one !== null).join(', ');
  return (
    <div>
      {name || t('push.unknown')}
      {device.current && <span className={styles.mark}>{t('push.this')}</span>}
      <p className={styles.about}>
        {t('push.since')} <When at={device.at} />
        {device.toldAt && (
          <>
            {' · '}
            {t('push.told')} <When at={device.toldAt} />
          </>
        )}
      </p>
    </div>
  );
}
