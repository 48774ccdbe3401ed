import type { Draft } from '@baton/contract';
import { Button, CopyButton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../../../../ui/time/when.tsx';
import type { Mode } from '../composer/modes.ts';
import { FileLink } from '../file-link.tsx';
import { wish } from '../take-back/wish.ts';
import styles from './drafts.module.css';

/** With what a draft is written on. */
const modeOf = (kind: Draft['kind']): Mode => (kind === 'solution' ? 'solve' : kind);

type Props = { draft: Draft; discarding: boolean; onDiscard: () => void };

/** What one wrote: of a case that one may no longer see, one's own words and its number alone. */
export function DraftCard({ draft, discarding, onDiscard }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, number, subject, customer } = draft.case;
  const open = () => {
    wish(id, modeOf(draft.kind));
    return navigate({ to: '/cases/$caseId', params: { caseId: id } });
  };
  return (
    <li className={styles.draft}>
      <p className={styles.head}>
        <b>{t(`drafts.kind.${draft.kind}`)}</b>
        {subject === null ? (
          <span>#{number}</span>
        ) : (
          <Link
            to="/cases/$caseId"
            params={{ caseId: id }}
            onClick={() => wish(id, modeOf(draft.kind))}
          >
            #{number} {subject}
          </Link>
        )}
        {customer && <span>{customer.name}</span>}
        <When at={draft.updatedAt} />
      </p>
      {subject === null && <p className={styles.unseen}>{t('drafts.unseen')}</p>}
      <div className={`${styles.words} written`} dir="auto">
        {draft.text.trim() === '' ? <i>{t('drafts.empty')}</i> : draft.text.trim()}
      </div>
      {draft.files.length > 0 && (
        <ul className={styles.files}>
          {draft.files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {subject !== null && (
          <Button variant="default" onClick={() => void open()}>
            {t('drafts.open')}
          </Button>
        )}
        <CopyButton value={draft.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'drafts.copied' : 'drafts.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" loading={discarding} onClick={onDiscard}>
          {t('drafts.discard')}
        </Button>
      </div>
    </li>
  );
}
