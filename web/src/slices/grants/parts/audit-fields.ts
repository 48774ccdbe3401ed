import { useTranslation } from 'react-i18next';
import { legible, type ValueWords } from './value-text.ts';

/** What the parts of settings are called; one without words is shown by its code. */
export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation();
  return {
    field: (code) => {
      const key = [`audit.fields.${code}`, `grants.area.${code}`].find((one) => i18n.exists(one));
      return key ? t(key as 'audit.fields.name') : legible(code);
    },
    yes: t('audit.yes'),
    no: t('audit.no'),
  };
}
