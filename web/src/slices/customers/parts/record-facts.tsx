import type { Customer } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName, timeIn, wholeDay } from '../../../ui/time/format.ts';
import { useNow } from '../../../ui/time/now.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from './customer.module.css';
import { ValueLine } from './value-line.tsx';

/** Whether there is nothing to show of a customer. */
export function nothingKnown({ review, ...customer }: Customer): boolean {
  const { organisation, tier, value, zone, language, preferredWay } = customer;
  const { spelling, formOfAddress, style } = customer;
  const known = [organisation, tier, value, zone, language, preferredWay];
  return ![...known, spelling, formOfAddress, style, !review.due && review.on].some(Boolean);
}

/** What is known of a customer, at a glance; what is not known takes no room. */
export function RecordFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const now = useNow();
  const { organisation, tier, value, zone } = customer;
  return (
    <dl className={styles.facts}>
      <Fact name={t('customers.value')}>{value && <ValueLine value={value} />}</Fact>
      <Fact name={t('customers.tier')}>
        {tier && (
          <>
            {tier.name}
            {tier.adds && <small>{tier.adds}</small>}
          </>
        )}
      </Fact>
      <Fact name={t('customers.spelling')}>{customer.spelling}</Fact>
      <Fact name={t('customers.formOfAddress')}>{customer.formOfAddress}</Fact>
      <Fact name={t('customers.organisation')}>
        {organisation && (
          <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
            {organisation.name}
          </Link>
        )}
      </Fact>
      <Fact name={t('customers.preferredWay')}>
        {customer.preferredWay && t(`customers.way.${customer.preferredWay}`)}
      </Fact>
      <Fact name={t('customers.style')}>{customer.style}</Fact>
      <Fact name={t('customers.language')}>
        {customer.language && languageName(customer.language, viewer)}
      </Fact>
      <Fact name={t('customers.zone')}>
        {zone && (
          <>
            <Zone name={zone} />, {timeIn(zone, now, viewer)}
          </>
        )}
      </Fact>
      <Fact name={t('customers.reviewOn')}>
        {customer.review.on && !customer.review.due && wholeDay(customer.review.on, viewer)}
      </Fact>
    </dl>
  );
}

/** The name of a time zone, which may go on in the next line after a stroke, never within a word. */
function Zone({ name }: { name: string }) {
  const [region, ...places] = name.replaceAll('_', ' ').split('/');
  return (
    <>
      {region}
      {places.map((place) => (
        <Fragment key={place}>
          /<wbr />
          {place}
        </Fragment>
      ))}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false)
    return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
