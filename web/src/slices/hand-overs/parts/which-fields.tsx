import type { Agent, CaseItem, Team } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Whose } from '../queries.ts';
import { countBy, narrow, type Narrowed, noTopic } from './picks.ts';
import { agentChoices, teamChoices, valueOf, whoseOf } from './where-fields.tsx';

type Props = {
  whose: Whose;
  narrowed: Narrowed;
  cases: CaseItem[];
  teams: Team[];
  agents: Agent[];
  onWhose: (whose: Whose) => void;
  onNarrow: (narrowed: Narrowed) => void;
};

/** Whose cases, and of which topic or customer: what there is among them, with how many. */
export function WhichFields(props: Props) {
  const { whose, narrowed, cases, teams, agents, onWhose, onNarrow } = props;
  const { t } = useTranslation();
  const topics = countBy(
    narrow(cases, { ...narrowed, topic: '' }),
    ({ topic }) => topic ?? { id: noTopic, name: t('case.noTopic') },
  );
  const customers = countBy(
    narrow(cases, { ...narrowed, customer: '' }),
    ({ customer }) => customer,
  );
  return (
    <>
      <NativeSelect
        label={t('batch.whose')}
        value={valueOf(whose)}
        onChange={(event) => {
          const chosen = whoseOf(event.currentTarget.value);
          if (chosen) onWhose(chosen);
        }}
        data={[agentChoices(t('composer.agents'), agents), teamChoices(t('composer.teams'), teams)]}
      />
      <NativeSelect
        label={t('case.topic')}
        value={narrowed.topic}
        onChange={(event) => onNarrow({ ...narrowed, topic: event.currentTarget.value })}
        data={[{ value: '', label: t('batch.anyTopic') }, ...topics.map(choiceOf)]}
      />
      <NativeSelect
        label={t('side.customer')}
        value={narrowed.customer}
        onChange={(event) => onNarrow({ ...narrowed, customer: event.currentTarget.value })}
        data={[{ value: '', label: t('batch.anyCustomer') }, ...customers.map(choiceOf)]}
      />
    </>
  );
}

function choiceOf({ id, name, count }: { id: string; name: string; count: number }) {
  return { value: id, label: `${name} (${count})` };
}
