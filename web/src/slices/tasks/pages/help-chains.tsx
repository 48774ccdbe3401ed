import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { CloseIcon } from '../../../ui/shell/icons.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { agentsQuery, topicsQuery } from '../../people/queries.ts';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import styles from '../parts/tasks.module.css';
import { helpChainQuery, setHelpChain } from '../queries.ts';

/** For each topic whom one asks for advice, one after the other. */
export function HelpChains() {
  const { t } = useTranslation();
  const [topic, setTopic] = useState('');
  const topics = useTopicChoices(null);
  return (
    <Page title={t('settings.helpChains')} back="/settings">
      <div className={styles.chain}>
        <p className={styles.none}>{t('tasks.chainHow')}</p>
        <NativeSelect
          label={t('tasks.chainTopic')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={[{ value: '', label: t('tasks.chainChoose') }, ...topics]}
        />
        {topic !== '' && <AdvisersField key={topic} topicId={topic} />}
      </div>
    </Page>
  );
}

/** The advisers of one topic, in the order of asking; each change is kept at once. */
function AdvisersField({ topicId }: { topicId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const chain = useQuery(helpChainQuery(topicId));
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: topics = [] } = useQuery(topicsQuery);
  const setting = useMutation({
    mutationFn: (ids: string[]) => setHelpChain(topicId, ids),
    onSuccess: (set) => client.setQueryData(helpChainQuery(topicId).queryKey, set),
  });
  if (chain.error) return <ProblemNote error={chain.error} onAgain={() => void chain.refetch()} />;
  if (!chain.data) return null;
  const inherited = chain.data.topic !== null && chain.data.topic !== topicId;
  const own = inherited ? [] : chain.data.items.map(({ id }) => id);
  const above = topics.find(({ id }) => id === chain.data.topic)?.name ?? '';
  const free = agents.filter((one) => one.active && one.role !== 'reader' && !own.includes(one.id));
  return (
    <>
      {inherited && <p className={styles.none}>{t('tasks.chainInherited', { topic: above })}</p>}
      {chain.data.items.length === 0 && <p className={styles.none}>{t('tasks.chainNone')}</p>}
      {chain.data.items.map((agent, place) => (
        <div key={agent.id} className={styles.adviser}>
          <b>
            {place + 1}. {agent.name}
          </b>
          {!inherited && place > 0 && (
            <button
              type="button"
              className={styles.plain}
              onClick={() => setting.mutate(raised(own, place))}
            >
              {t('tasks.up')}
            </button>
          )}
          {!inherited && (
            <button
              type="button"
              className={styles.plain}
              aria-label={t('tasks.remove', { name: agent.name })}
              onClick={() => setting.mutate(own.filter((id) => id !== agent.id))}
            >
              <CloseIcon />
            </button>
          )}
        </div>
      ))}
      <AddAdviser
        agents={free}
        busy={setting.isPending}
        onAdd={(id) => setting.mutate([...own, id])}
      />
      {setting.error && <ProblemNote error={setting.error} />}
    </>
  );
}

type AddProps = {
  agents: { id: string; name: string }[];
  busy: boolean;
  onAdd: (id: string) => void;
};

function AddAdviser({ agents, busy, onAdd }: AddProps) {
  const { t } = useTranslation();
  const [agent, setAgent] = useState('');
  return (
    <form
      className={styles.buttons}
      onSubmit={(event) => {
        event.preventDefault();
        if (agent === '') return;
        onAdd(agent);
        setAgent('');
      }}
    >
      <NativeSelect
        aria-label={t('tasks.chooseWhom')}
        value={agent}
        onChange={(event) => setAgent(event.currentTarget.value)}
        data={[
          { value: '', label: t('tasks.chooseWhom') },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button type="submit" variant="default" disabled={agent === ''} loading={busy}>
        {t('tasks.chainAdd')}
      </Button>
    </form>
  );
}

/** The order with the one at a place asked before the one above it. */
function raised(ids: string[], place: number): string[] {
  const order = [...ids];
  order.splice(place - 1, 0, ...order.splice(place, 1));
  return order;
}
