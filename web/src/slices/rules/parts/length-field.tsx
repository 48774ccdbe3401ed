import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asDuration, type Length, lengthOf, units } from '../length.ts';
import styles from './rules.module.css';

type Props = {
  label: string;
  /** Where it stands in what is sent. */
  path: string;
  value: string;
  onChange: (duration: string) => void;
};

/** So many minutes, hours or days; sixty minutes stay what they are while one types. */
export function LengthField({ label, path, value, onChange }: Props) {
  const { t } = useTranslation();
  const [length, setLength] = useState(() => lengthOf(value));
  const set = (change: Partial<Length>) => {
    const next = { ...length, ...change };
    setLength(next);
    onChange(asDuration(next));
  };
  return (
    <div className={styles.length}>
      <TextInput
        aria-label={label}
        data-path={path}
        type="number"
        min={1}
        max={10_000}
        required
        value={length.count === 0 ? '' : length.count}
        onChange={(event) => set({ count: Math.trunc(event.currentTarget.valueAsNumber || 0) })}
      />
      <NativeSelect
        aria-label={t('teamRules.unit')}
        data-path={path}
        value={length.unit}
        onChange={(event) =>
          set({ unit: units.find((one) => one === event.currentTarget.value) ?? 'hours' })
        }
        data={units.map((one) => ({ value: one, label: t(`teamRules.units.${one}`) }))}
      />
    </div>
  );
}
