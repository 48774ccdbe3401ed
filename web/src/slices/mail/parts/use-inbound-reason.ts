import { reasonsAside } from '@baton/contract';
import { useTranslation } from 'react-i18next';

const common = [
  'blocked_sender',
  'suspected_spam',
  'automatic_reply',
  'not_the_agent',
  'agent_inactive',
  'answers_several_cases',
  'agent_may_not',
  'could_not_be_processed',
  'same_message',
  'second_copy_differs',
  'own_message',
  'own_address',
  'probe',
  'failed',
  'delayed',
  'delivered',
] as const;

const others = [
  'new',
  'reply_address',
  'message_id',
  'reference',
  'number',
  'unknown_sender',
  'authentication_failed',
  'closed_long_ago',
  'another_subject',
  'merged',
  'complained',
  'breaker_sender',
  'breaker_domain',
] as const;

/** Why a message became what it did, in words; a code of a later version, or a trouble, as it is. */
export function useInboundReason(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const usual = common.find((one) => one === code);
    if (usual) return t(`mailIn.reason.${usual}`);
    const other = others.find((one) => one === code);
    if (other) return t(`mailReason.${other}`);
    const aside = reasonsAside.find((one) => one === code);
    return aside ? t(`reason.${aside}`) : code.replaceAll('_', ' ');
  };
}
