import { languages } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import { zones } from '../../access/parts/zones.ts';
import type { BrandGiven } from '../brand-queries.ts';

type Props = { given: BrandGiven; set: (part: Partial<BrandGiven>) => void };

/** How a brand is called and reached, and how it speaks where nothing else is known. */
export function BrandFields({ given, set }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('brands.name')}
        data-path="name"
        autoFocus
        required
        withAsterisk={false}
        maxLength={100}
        value={given.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('brands.address')}
        data-path="address"
        description={t('brands.addressHow')}
        type="email"
        maxLength={254}
        value={given.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <TextInput
        label={t('brands.colour')}
        data-path="colour"
        type="color"
        value={given.colour}
        onChange={(event) => set({ colour: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('brands.language')}
        data-path="language"
        value={given.language}
        onChange={(event) =>
          set({ language: languages.find((one) => one === event.currentTarget.value) ?? 'en' })
        }
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <NativeSelect
        label={t('brands.zone')}
        data-path="zone"
        value={given.zone}
        onChange={(event) => set({ zone: event.currentTarget.value })}
        data={zones(given.zone)}
      />
    </>
  );
}
