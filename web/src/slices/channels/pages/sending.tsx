import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { BrandRelay } from '../parts/brand-relay.tsx';
import styles from '../parts/channels.module.css';
import { Signing } from '../parts/signing.tsx';
import { brandsQuery } from '../queries.ts';

/** How mail leaves: by which relay that of each brand, and signed by which keys. */
export function Sending() {
  const { t } = useTranslation();
  const { data: brands, error, refetch } = useQuery(brandsQuery);
  return (
    <Page title={t('sending.title')} back="/settings">
      <p className={styles.intro}>{t('sending.intro')}</p>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {brands?.map((brand) => (
        <BrandRelay key={brand.id} brand={brand} />
      ))}
      <Signing />
    </Page>
  );
}
