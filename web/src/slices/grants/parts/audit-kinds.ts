import { useTranslation } from 'react-i18next';
import { legible } from './value-text.ts';

/** The kinds of settings that have words; further ones are shown by their code. */
export const auditKinds = [
  'agent',
  'absence',
  'team',
  'level',
  'brand',
  'topic',
  'topic_questions',
  'help_chain',
  'company',
  'calendar',
  'closed_days',
  'topic_rule',
  'rule',
  'hand_over_reason',
  'channel',
  'mailbox',
  'blocked_sender',
  'mail_settings',
  'dkim_key',
  'relay',
  'role',
  'key',
  'sign_in_link',
  'sign_in_rules',
  'identity_provider',
  'second_factors',
  'sessions',
  'access_log_settings',
  'notice_defaults',
  'tier',
  'template',
  'template_library',
  'incident',
] as const;

export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = auditKinds.find((one) => one === kind);
    return known ? t(`audit.kinds.${known}`) : legible(kind);
  };
}
