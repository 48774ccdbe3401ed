import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { alikeQuery } from '../queries.ts';
import styles from './customer.module.css';

/** That the customer may be written down twice, with the way to where both are brought together. */
export function PerhapsSame({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { data: alike = [] } = useQuery({ ...alikeQuery(customerId), staleTime: 60_000 });
  const [other] = alike;
  if (!other) return null;
  const why = other.because.map((one) => t(`customers.because.${one}`)).join(', ');
  return (
    <div className={styles.prompt}>
      <p>{t('customers.perhapsSame', { name: other.customer.name, why })}</p>
      <Link to="/customers/$customerId" params={{ customerId }} hash="one-person">
        {t('customers.lookAtBoth')}
      </Link>
    </div>
  );
}
