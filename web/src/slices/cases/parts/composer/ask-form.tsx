import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '@baton/contract';
import { serverNow } from '../../../../api/server-time.ts';
import { instantOfWall, wallText } from '../../../../ui/time/zone.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { agentsQuery } from '../../../people/queries.ts';
import { askTask } from '../../../tasks/queries.ts';
import type { Field } from './field.ts';
import styles from './composer.module.css';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null>; onSent: () => void };

/** Asking somebody to do something on the case; it stays in the same hands. */
export function AskForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const { data: agents = [] } = useQuery(agentsQuery);
  const [agent, setAgent] = useState('');
  const [until, setUntil] = useState('');
  const instant = until === '' ? null : instantOfWall(until, zone);
  const helpers = agents.filter(
    (one) => one.active && one.role !== 'reader' && one.id !== item.owner?.id,
  );
  return (
    <WritingForm
      item={item}
      kind="ask"
      field={field}
      takesFiles={false}
      label={t('tasks.what')}
      placeholder={t('tasks.what')}
      submit={t('tasks.askNow')}
      ready={agent !== ''}
      extra={
        <div className={styles.fields}>
          <NativeSelect
            label={t('tasks.whom')}
            data-autofocus
            value={agent}
            onChange={(event) => setAgent(event.currentTarget.value)}
            data={[
              { value: '', label: t('tasks.chooseWhom') },
              ...helpers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      }
      // After the question: a date has many fields to step through, and is seldom given.
      renderBelow={() => <DueBy until={until} zone={zone} onUntil={setUntil} />}
      send={({ caseId }, { text, key, version }) =>
        askTask(
          { caseId, key },
          {
            agent,
            what: text,
            draft: version,
            ...(instant === null ? {} : { due: new Date(instant).toISOString() }),
          },
        )
      }
      onSent={onSent}
    />
  );
}

/** @param until as on the wall in `zone`; empty: as usual */
function DueBy(props: { until: string; zone: string; onUntil: (until: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <TextInput
        type="datetime-local"
        label={t('tasks.dueBy')}
        description={t('tasks.dueUsual')}
        value={props.until}
        min={wallText(serverNow(), props.zone)}
        onChange={(event) => props.onUntil(event.currentTarget.value)}
      />
    </div>
  );
}
