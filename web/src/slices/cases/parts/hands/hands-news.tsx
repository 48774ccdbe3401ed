import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../../ui/keys/key-cap.tsx';
import styles from './hands.module.css';

type Props = { fresh: number; gone: number; onShow: () => void };

/** The quiet line: what came or went while the list stood still. */
export function HandsNews({ fresh, gone, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {(fresh > 0 || gone > 0) && (
        <button type="button" className={styles.news} onClick={onShow}>
          {fresh > 0 ? t('hands.fresh', { count: fresh }) : t('hands.changed', { count: gone })}{' '}
          <KeyCap of="showNews" />
        </button>
      )}
    </div>
  );
}
