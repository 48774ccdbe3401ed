import type { Brand } from '@baton/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { SureButton } from '../../../ui/sure-button.tsx';
import { brandsQuery } from '../../settings/queries.ts';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { deleteBrand } from '../brand-queries.ts';
import { BrandForm } from '../parts/brand-form.tsx';
import { BrandLogo } from '../parts/brand-logo.tsx';

/** Under which names the company speaks, and what stands around their mail. */
export function Brands() {
  const { t } = useTranslation();
  const brands = useQuery(brandsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('brands.title')} back="/settings">
      <p className={styles.intro}>{t('brands.intro')}</p>
      {brands.error && <ProblemNote error={brands.error} onAgain={() => void brands.refetch()} />}
      <ul className={styles.rules}>
        {brands.data?.map((brand) => (
          <li key={brand.id}>
            <BrandRow brand={brand} />
          </li>
        ))}
      </ul>
      {adding ? (
        <BrandForm brand={null} onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('brands.add')}
        </Button>
      )}
    </Page>
  );
}

function BrandRow({ brand }: { brand: Brand }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const deleting = useSaving(() => deleteBrand(brand.id), 'brands');
  return (
    <>
      <div className={styles.rule}>
        <div>
          {brand.name} <small>{brand.address}</small>
        </div>
        <div className={styles.row}>
          <Button
            variant="default"
            aria-expanded={editing}
            onClick={({ currentTarget }) =>
              goThen(() => setEditing(!editing), currentTarget.closest('li'))
            }
          >
            {t('brands.edit')}
          </Button>
          <SureButton
            name={t('brands.delete')}
            sure={t('topics.reallyDelete')}
            loading={deleting.isPending}
            onSure={() => deleting.mutate()}
          />
        </div>
      </div>
      {deleting.error && <ProblemNote error={deleting.error} />}
      {editing && (
        <>
          <BrandLogo brand={brand} />
          <BrandForm brand={brand} onDone={() => setEditing(false)} />
        </>
      )}
    </>
  );
}
