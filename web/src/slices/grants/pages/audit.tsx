import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { agentsQuery } from '../../people/queries.ts';
import { auditAddress, auditQuery } from '../audit-queries.ts';
import { auditKinds, useKindWords } from '../parts/audit-kinds.ts';
import { AuditRow } from '../parts/audit-row.tsx';
import styles from '../parts/grants.module.css';
import { wallInstant } from '../parts/wall-instant.ts';

type Typed = { actor: string; kind: string; from: string; to: string };

/** Who changed which setting, from what to what. */
export function Audit() {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [typed, setTyped] = useState<Typed>({ actor: '', kind: '', from: '', to: '' });
  const [from, to] = [wallInstant(typed.from, zone), wallInstant(typed.to, zone)];
  const given = {
    ...(typed.actor && { actor: typed.actor }),
    ...(typed.kind && { kind: typed.kind }),
    ...(from && { from }),
    ...(to && { to }),
  };
  const list = useInfiniteQuery(auditQuery(given));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('audit.title')} back="/settings">
      <p className={styles.intro}>{t('audit.intro')}</p>
      <Filter typed={typed} set={(part) => setTyped((before) => ({ ...before, ...part }))} />
      <div className={styles.acts}>
        <Button component="a" variant="default" href={auditAddress(given, '.csv')} download>
          {t('audit.csv')}
        </Button>
      </div>
      <ListTable
        list={list}
        heads={[
          t('audit.when'),
          t('audit.who'),
          t('audit.kind'),
          t('audit.subject'),
          t('audit.change'),
        ]}
        none={t('audit.none')}
        className={styles.table}
      >
        {rows.map((item) => (
          <AuditRow key={item.seq} item={item} />
        ))}
      </ListTable>
    </Page>
  );
}

type FilterProps = { typed: Typed; set: (part: Partial<Typed>) => void };

function Filter({ typed, set }: FilterProps) {
  const { t } = useTranslation();
  const kindWords = useKindWords();
  const { data: agents = [] } = useQuery(agentsQuery);
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('audit.who')}
        value={typed.actor}
        onChange={(event) => set({ actor: event.currentTarget.value })}
        data={[
          { value: '', label: t('audit.everybody') },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('audit.kind')}
        value={typed.kind}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('audit.everything') },
          ...auditKinds.map((value) => ({ value, label: kindWords(value) })),
        ]}
      />
      <TextInput
        type="datetime-local"
        label={t('audit.from')}
        value={typed.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('audit.to')}
        value={typed.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  );
}
