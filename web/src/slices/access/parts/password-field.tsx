import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const shortest = 12;

type Props = { value: string; onChange: (value: string) => void; label?: string; path?: string };

/** A new password, with its length while it is typed. */
export function PasswordField({ value, onChange, label, path = 'password' }: Props) {
  const { t } = useTranslation();
  const count = value.length;
  const rule = t('welcome.passwordRule', { shortest });
  const said = t(count < shortest ? 'welcome.passwordShort' : 'welcome.passwordLength', {
    count,
    shortest,
  });
  return (
    <PasswordInput
      label={label ?? t('signIn.password')}
      data-path={path}
      description={count === 0 ? rule : said}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={shortest}
      maxLength={128}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
