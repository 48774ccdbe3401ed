import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void };

/** Changes the place of something among its like. */
export function MoveButtons({ isFirst, isLast, onMove }: Props) {
  const { t } = useTranslation();
  const look = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <>
      <Button {...look} aria-label={t('topics.up')} disabled={isFirst} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button {...look} aria-label={t('topics.down')} disabled={isLast} onClick={() => onMove(1)}>
        ↓
      </Button>
    </>
  );
}
