import { useTranslation } from 'react-i18next';
import { leftOf } from './left.ts';

/** Puts a length of time (ms) into words of the viewer's language: "4 h 10 min". */
export function useLength(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const left = leftOf(ms);
    if (left.unit === 'now') return t('time.left.now');
    if (left.unit === 'minutes') return t('time.left.minutes', { minutes: left.minutes });
    if (left.unit === 'hours') {
      const { hours, minutes } = left;
      return minutes === 0
        ? t('time.left.wholeHours', { hours })
        : t('time.left.hours', { hours, minutes });
    }
    const days = t('time.left.days', { count: left.days });
    return left.hours === 0 ? days : t('time.left.daysHours', { days, hours: left.hours });
  };
}
