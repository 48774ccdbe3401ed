import type { LevelInPyramid } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/time/now.ts';
import { useLength } from '../../../ui/time/use-left.ts';

export type Part = Pick<LevelInPyramid, 'open' | 'dueSoon' | 'nextDue' | 'room'>;

/** Where it presses: what goes up next, and whether there is room. */
export function State({ part: { open, dueSoon, nextDue, room } }: { part: Part }) {
  const { t } = useTranslation();
  const length = useLength();
  const now = useNow();
  const leftMs = nextDue ? Date.parse(nextDue) - now : 0;
  return (
    <>
      {dueSoon > 1 ? (
        <p data-tone="warn">{t('lookout.dueSoon', { count: dueSoon })}</p>
      ) : (
        nextDue && (
          <p data-tone={dueSoon > 0 ? 'warn' : undefined}>
            {leftMs > 0 ? t('lookout.next', { length: length(leftMs) }) : t('lookout.now')}
          </p>
        )
      )}
      <p data-tone={room === 0 && open > 0 ? 'warn' : undefined}>
        {room === 0 ? t('lookout.noRoom') : t('lookout.room', { count: room })}
      </p>
    </>
  );
}
