import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { value: string; onChange: (value: string) => void };

/** The six digits of an authenticator; telephones offer digits, and what they find in a message. */
export function CodeField({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('factor.code')}
      data-path="code"
      description={t('factor.codeWhere')}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="\s*(\d\s*){6}"
      required
      withAsterisk={false}
      autoFocus
      data-autofocus
      maxLength={12}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
