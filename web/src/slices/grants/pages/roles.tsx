import type { CustomRole } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import styles from '../../people/parts/people.module.css';
import { RanksLine } from '../parts/ranks-line.tsx';
import { RoleForm } from '../parts/role-form.tsx';
import { rolesQuery } from '../queries.ts';

/** Roles of the company's own, beside the four that Baton brings along. */
export function Roles() {
  const { t } = useTranslation();
  const list = useQuery(rolesQuery);
  /** The id of the role whose form is open; `new` for one that is not there yet. */
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <Page title={t('customRoles.title')} back="/settings">
      <p className={styles.intro}>{t('customRoles.intro')}</p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className={styles.none}>{t('customRoles.none')}</p>}
      {list.data?.map((role) =>
        open === role.id ? (
          <RoleForm key={role.id} existing={role} onDone={close} />
        ) : (
          <div key={role.id} className={styles.list}>
            <RoleRow role={role} onOpen={() => goThen(() => setOpen(role.id))} />
          </div>
        ),
      )}
      {open === 'new' ? (
        <RoleForm existing={null} onDone={close} />
      ) : (
        <Button variant="default" onClick={() => goThen(() => setOpen('new'))}>
          {t('customRoles.new')}
        </Button>
      )}
    </Page>
  );
}

function RoleRow({ role, onOpen }: { role: CustomRole; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <strong>{role.name}</strong>
        <p className={styles.about}>
          <RanksLine value={role.areas} />
        </p>
        <p className={styles.about}>
          {role.agents.length === 0
            ? t('customRoles.noBearers')
            : role.agents.map(({ name }) => name).join(', ')}
        </p>
      </div>
      <Button
        variant="default"
        aria-label={`${t('customRoles.change')}: ${role.name}`}
        onClick={onOpen}
      >
        {t('customRoles.change')}
      </Button>
    </div>
  );
}
