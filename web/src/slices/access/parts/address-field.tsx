import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { value: string; onChange: (address: string) => void; autoFocus?: boolean };

/** The mail address by which one comes in; password managers know it as the user's name. */
export function AddressField({ value, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('signIn.email')}
      data-path="email"
      type="email"
      autoComplete="username"
      required
      withAsterisk={false}
      maxLength={254}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
