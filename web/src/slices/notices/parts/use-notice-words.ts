import { noticeKinds, type Notice, type NoticeKind } from '@baton/contract';
import { useTranslation } from 'react-i18next';

/** One sentence for a notice; one of a later version is told as something new about the case. */
export function useNoticeWords(): (item: Pick<Notice, 'kind' | 'data'>) => string {
  const { t } = useTranslation();
  return ({ kind, data }) => {
    const known: NoticeKind | undefined = noticeKinds.find((one) => one === kind);
    if (!known) return t('notices.kind.other');
    if (known === 'case_came') return t(`notices.came.${cameBy(data)}`);
    if (known === 'case_warned') return t(`notices.warned.${warningOf(data)}`);
    if (known === 'rule_told') return t('notices.kind.rule_told', { text: String(data['text']) });
    if (known === 'new_device') {
      const device = deviceIn(data) || t('notices.unknownDevice');
      return t('notices.kind.new_device', { device, address: String(data['address']) });
    }
    return t(`notices.kind.${known}`);
  };
}

const cameBy = ({ direction }: Notice['data']) =>
  direction === 'up' || direction === 'across' || direction === 'down' ? direction : 'opened';

const warningOf = ({ nth }: Notice['data']) => (nth === 1 ? 'half' : nth === 2 ? 'most' : 'nearly');

const deviceIn = ({ browser, system }: Notice['data']) =>
  [browser, system].filter((one) => typeof one === 'string').join(', ');

const reasons = [
  'seen',
  'not_wanted',
  'not_important',
  'too_old',
  'inactive',
  'no_address',
  'own_address',
  'no_relay',
  'out_of_sight',
] as const;

/** Whether it was told by mail, and if not, why. */
export function useMailWords(): (item: Pick<Notice, 'kind' | 'mail' | 'seenAt'>) => string {
  const { t } = useTranslation();
  return ({ kind, mail: { state, reason }, seenAt }) => {
    // The server says so only when the mail would be due; what is about the sign-in goes all the same.
    const isAlways = kind === 'new_device' || kind === 'sign_in_failures';
    if (state === 'queued' && seenAt && !isAlways) return t('notices.noMail.seen');
    if (state !== 'suppressed') return t(`notices.mail.${state}`);
    const known = reasons.find((one) => one === reason);
    return known ? t(`notices.noMail.${known}`) : t('notices.mail.suppressed');
  };
}
