import type { CaseItem } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to a case, by its number and what it is about. */
export function CaseLink({ item }: { item: Pick<CaseItem, 'id' | 'number' | 'subject'> }) {
  const { t } = useTranslation();
  return (
    <Link to="/cases/$caseId" params={{ caseId: item.id }}>
      #{item.number} {item.subject || t('case.noSubject')}
    </Link>
  );
}
