import type { Case } from '@baton/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNamedKeys } from '../../../ui/keys/use-named-keys.ts';
import type { Can } from './can.ts';
import type { Mode } from './composer/modes.ts';

/** The keys of a case, and the same by their names; those of what is not offered do nothing. */
export function useCaseKeys(item: Case, can: Can, turnTo: (mode: Mode) => void): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const customerId = item.customer.id;
  useNamedKeys({
    reply: can.reply && { name: t('shortcuts.reply'), run: () => turnTo('reply') },
    note: can.note && { name: t('shortcuts.note'), run: () => turnTo('note') },
    solve: can.solve && { name: t('case.solve'), run: () => turnTo('solve') },
    passUp: can.passUp && { name: t('case.passUp'), run: () => turnTo('up') },
    ask: can.ask && { name: t('shortcuts.ask'), run: () => turnTo('ask') },
    wait: can.wait && { name: t('case.wait'), run: () => turnTo('wait') },
    customer: {
      name: t('shortcuts.customer'),
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId } }),
    },
  });
}
