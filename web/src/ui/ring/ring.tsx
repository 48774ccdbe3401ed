import type { SVGProps } from 'react';
import { useTranslation } from 'react-i18next';
import { toneOf } from './share.ts';
import styles from './ring.module.css';

type Props = {
  /** What is left, in per cent. */
  share: number;
  size?: number;
  /** The clock stands still (waiting, solved, set aside). */
  paused?: boolean;
  /** The time left stands beside it in words, and says the same to whoever listens. */
  silent?: boolean;
};

/** The small circle that empties as a case's time runs. */
export function Ring({ share, size = 26, paused = false, silent = false }: Props) {
  const { t } = useTranslation();
  const tone = paused ? styles.paused : styles[toneOf(share)];
  const name = silent
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': t(paused ? 'ring.paused' : 'ring.left', { share }) };
  return <Face {...{ share, size, tone, ...name }} />;
}

type FaceProps = Pick<Props, 'share'> & { size: number; tone: string | undefined };

/** The ring without a word, where the time of many cases stands beside it. */
export function Face({ share, size, tone, ...name }: FaceProps & SVGProps<SVGSVGElement>) {
  return (
    <svg className={styles.ring} viewBox="0 0 36 36" width={size} height={size} {...name}>
      <circle className={styles.track} cx="18" cy="18" r="14" />
      {share > 0 && (
        <circle
          className={tone}
          cx="18"
          cy="18"
          r="14"
          pathLength="100"
          strokeDasharray={`${share} 100`}
          transform="rotate(-90 18 18)"
        />
      )}
    </svg>
  );
}
