import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wholeDays } from '../hours.ts';
import styles from './calendars.module.css';

type Props = {
  label: string;
  /** Where the length stands in what is sent. */
  path: string;
  /** In hours, as it is being typed; empty for none. */
  value: string;
  required?: boolean;
  description?: string;
  onChange: (value: string) => void;
};

/** A length of time in hours: 20, or 0.5 for half an hour; long ones are said in days as well. */
export function HoursField(props: Props) {
  const { label, path, value, required = false, description, onChange } = props;
  const { t } = useTranslation();
  const days = wholeDays(value);
  return (
    <TextInput
      type="number"
      min={0}
      step="any"
      inputMode="decimal"
      label={label}
      data-path={path}
      description={description}
      required={required}
      withAsterisk={false}
      rightSection={
        <span className={styles.unit}>
          {days === null ? t('levels.hoursShort') : t('levels.hoursAndDays', { days })}
        </span>
      }
      rightSectionWidth={days === null ? 52 : 92}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
