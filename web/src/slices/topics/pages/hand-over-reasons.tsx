import type { HandOverReason } from '@baton/contract';
import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../ui/label-of.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { handOverReasonsQuery } from '../../cases/queries.ts';
import { reasonWords } from '../../cases/parts/conversation/reason-words.ts';
import { changeReason } from '../doing.ts';
import { ReasonForm } from '../parts/reason-form.tsx';
import styles from '../parts/topics.module.css';
import { useSaving } from '../use-saving.ts';

/** Why cases are handed over: the reasons that Baton brings along, and the company's own. */
export function HandOverReasons() {
  const { t } = useTranslation();
  const reasons = useQuery(handOverReasonsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('ownReasons.title')} back="/settings">
      <p className={styles.intro}>{t('ownReasons.intro')}</p>
      {reasons.error && (
        <ProblemNote error={reasons.error} onAgain={() => void reasons.refetch()} />
      )}
      <ul className={styles.rules}>
        {reasons.data?.map((reason) => (
          <li key={reason.id}>
            <Reason reason={reason} />
          </li>
        ))}
      </ul>
      {adding ? (
        <ReasonForm onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('ownReasons.add')}
        </Button>
      )}
    </Page>
  );
}

function Reason({ reason: { id, own, labels, directions, active } }: { reason: HandOverReason }) {
  const { t, i18n } = useTranslation();
  const saving = useSaving(() => changeReason(id, { active: !active }), 'hand-over-reasons');
  return (
    <div className={styles.rule}>
      <div>
        {labels ? labelOf(labels, i18n.language) : reasonWords(t, id)}
        <small>{directions.map((one) => t(`ownReasons.direction.${one}`)).join(' · ')}</small>
      </div>
      {own && (
        <Switch
          label={t('ownReasons.offered')}
          checked={active}
          disabled={saving.isPending}
          onChange={() => saving.mutate()}
        />
      )}
      {saving.error && <ProblemNote error={saving.error} />}
    </div>
  );
}
