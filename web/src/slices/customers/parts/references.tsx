import type { Reference } from '@baton/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOpened } from '../../../ui/keys/use-opened.ts';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { QuietButton } from './quiet.tsx';
import styles from './references.module.css';
import { ReferenceForm } from './reference-form.tsx';
import { ReferenceRow } from './reference-row.tsx';

type Props = { customerId: string; items: Reference[] };

/** The numbers of a customer, masked; whoever may opens one by saying why. */
export function References({ customerId, items }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { isOpen, open, close, button } = useOpened();
  const mayOpen = may(me, 'References', 'agent');
  if (items.length === 0 && !mayOpen) return null;
  return (
    <div className={styles.references}>
      {items.length > 0 && (
        <ul aria-label={t('references.title')}>
          {items.map((item) => (
            <ReferenceRow key={item.id} customerId={customerId} item={item} mayOpen={mayOpen} />
          ))}
        </ul>
      )}
      {isOpen ? (
        <ReferenceForm customerId={customerId} onDone={close} />
      ) : (
        mayOpen && (
          <QuietButton ref={button} onClick={open}>
            {t('references.add')}
          </QuietButton>
        )
      )}
    </div>
  );
}
