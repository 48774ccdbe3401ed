import type { Brand } from '@baton/contract';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { upload } from '../../cases/parts/composer/upload.ts';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { removeLogo, setLogo } from '../brand-queries.ts';
import own from './writing.module.css';

/** The picture above each mail of a brand. */
export function BrandLogo({ brand }: { brand: Brand }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const putting = useSaving<unknown, File>(
    async (content) => setLogo(brand.id, (await upload(content, () => undefined)).id),
    'brands',
  );
  const removing = useSaving(() => removeLogo(brand.id), 'brands');
  const error = putting.error ?? removing.error;
  return (
    <div className={styles.form}>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif"
        hidden
        aria-label={t('brands.chooseLogo')}
        onChange={(event) => {
          const [content] = event.currentTarget.files ?? [];
          if (content) putting.mutate(content);
          event.currentTarget.value = '';
        }}
      />
      <div className={styles.row}>
        {brand.logo && (
          <img
            className={own.logo}
            src={`/api/mail/brands/${brand.id}/logo?${brand.logo.sha256}`}
            alt={t('brands.logo')}
          />
        )}
        <Button
          variant="default"
          loading={putting.isPending}
          onClick={() => input.current?.click()}
        >
          {t('brands.chooseLogo')}
        </Button>
        {brand.logo && (
          <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate()}>
            {t('brands.removeLogo')}
          </Button>
        )}
      </div>
      <p className={styles.none}>{t('brands.logoHow')}</p>
      {error && <ProblemNote error={error} />}
    </div>
  );
}
