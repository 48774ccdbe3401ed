import type { Case } from '@baton/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CustomerPanel } from '../../../customers/parts/customer-panel.tsx';
import { FactsPanel } from '../facts/facts-panel.tsx';
import { may } from '../../../access/may.ts';
import { meQuery } from '../../../access/queries.ts';
import { TakenDown } from '../../../intake/parts/taken-down.tsx';
import { AddressMarks } from '../../../mail/parts/address-marks.tsx';
import { TasksPanel } from '../../../tasks/parts/tasks-panel.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { OtherCases } from './other-cases.tsx';
import styles from './side.module.css';

type Props = {
  item: Case;
  isTop: boolean;
  canSet: boolean;
  canAsk: boolean;
  canPeople: boolean;
  onAsk: () => void;
};

/** Beside the conversation: the clock, the customer, whose hands it was in. */
export function Side({ item, isTop, canSet, canAsk, canPeople, onAsk }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <aside id="about" className={styles.side} aria-label={t('side.name')}>
      {item.status !== 'merged' && <ClockPanel item={item} isTop={isTop} />}
      <FactsPanel key={item.topic?.id} item={item} canSet={canSet && item.status !== 'merged'} />
      <TakenDown caseId={item.id} />
      <CustomerPanel id={item.customer.id} name={item.customer.name} caseId={item.id}>
        <AddressMarks caseId={item.id} may={may(me, 'Mail', 'agent')} />
        <OtherCases customer={item.customer.id} except={item.id} />
      </CustomerPanel>
      <PeoplePanel item={item} may={canPeople && item.status !== 'merged'} />
      <TasksPanel item={item} canAsk={canAsk} onAsk={onAsk} />
      <ChainPanel caseId={item.id} />
      <LinksPanel links={item.links} />
    </aside>
  );
}
