import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  /** In hours, as it is being typed; empty for none. */
  value: string;
  required?: boolean;
  description?: string;
  onChange: (value: string) => void;
};

/** A length of time in hours: 20, or 0.5 for half an hour. */
export function HoursField({ label, value, required = false, description, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="number"
      min={0}
      step="any"
      inputMode="decimal"
      label={label}
      description={description}
      required={required}
      withAsterisk={false}
      rightSection={t('levels.hoursShort')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
