import { useTranslation } from 'react-i18next';
import { dayAndMinute, languageName, wholeDay } from '../../../ui/time/format.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { isLanguage, listedKey, partKey } from './listed-values.ts';
import { legible, type ValueWords } from './value-text.ts';

/** What the parts and the listed values of settings are called; one without words is shown by its code. */
export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const length = useLength();
  const has = (key: string) => i18n.exists(key);
  const say = (key: string) => t(key as 'audit.fields.name');
  return {
    field: (code) => {
      if (isLanguage(code)) return languageName(code, viewer);
      const key = partKey(code, has);
      return key ? say(key) : legible(code);
    },
    listed: (part, value) => {
      if (isLanguage(value, part)) return languageName(value, viewer);
      const key = listedKey(part, value, has);
      return key ? say(key) : null;
    },
    instant: (at) => dayAndMinute(at, viewer),
    day: (day) => wholeDay(day, viewer),
    length,
    yes: t('audit.yes'),
    no: t('audit.no'),
  };
}
