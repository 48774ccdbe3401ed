import { languages, type Brand } from '@baton/contract';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { languageNames } from '../../../words/index.ts';
import styles from '../../topics/parts/topics.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { changeBrand, createBrand, previewAddress, type BrandGiven } from '../brand-queries.ts';
import { BrandFields } from './brand-fields.tsx';
import { MailPreview } from './mail-preview.tsx';

type Props = { brand: Brand | null; onDone: () => void };

/** A brand: how it is called and reached, in which colour, and what stands below its mail. */
export function BrandForm({ brand, onDone }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [given, setGiven] = useState(() => givenOf(brand, zone));
  const [language, setLanguage] = useState(given.language);
  const set = (part: Partial<BrandGiven>) => setGiven((before) => ({ ...before, ...part }));
  const keep = () => (brand ? changeBrand(brand.id, given) : createBrand(given));
  const saving = useSaving(keep, 'brands', onDone);
  const footer = given.footers[language] ?? '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <BrandFields given={given} set={set} />
      <NativeSelect
        label={t('brands.footerIn')}
        value={language}
        onChange={(event) => setLanguage(languageOf(event.currentTarget.value))}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Textarea
        label={t('brands.footer')}
        data-path={`footers.${language}`}
        description={t('brands.footerHow')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={footer}
        onChange={(event) =>
          set({ footers: { ...given.footers, [language]: event.currentTarget.value } })
        }
      />
      {brand && given.name.trim() !== '' && (
        <MailPreview
          address={previewAddress(brand.id, {
            language,
            name: given.name.trim(),
            colour: given.colour,
            footer: footer || (given.footers[given.language] ?? ''),
          })}
        />
      )}
      {saving.error && <ProblemNote error={saving.error} kept={t('brands.kept')} />}
      <footer>
        <Button type="submit" loading={saving.isPending}>
          {t('brands.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}

const languageOf = (value: string) => languages.find((one) => one === value) ?? 'en';

function givenOf(brand: Brand | null, zone: string): BrandGiven {
  return {
    name: brand?.name ?? '',
    address: brand?.address ?? '',
    language: brand?.language ?? 'en',
    zone: brand?.zone ?? zone,
    colour: brand?.colour ?? '#0d6b5e',
    footers: brand?.footers ?? {},
  };
}
