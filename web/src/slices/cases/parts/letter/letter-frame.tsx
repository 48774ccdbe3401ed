import type { Letter } from '@baton/contract';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withQuery } from '../../../../api/pages.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { firstHeight, frameHeight } from './frame-height.ts';
import styles from './letter.module.css';

type Shown = { id: string; letter: Letter; from: string };

/**
 * A letter as it was written, in a frame that runs nothing and belongs to no origin (docs/adr/0076).
 * Nobody can look into it to see how high it is: it begins with what the server reckons, can be
 * pulled, and scrolls.
 */
export function LetterFrame({ id, letter, from }: Shown) {
  const { t } = useTranslation();
  const { language } = useViewer();
  const look = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const [whole, setWhole] = useState(false);
  const height = frameHeight(letter.height, width);
  const src = withQuery(`/api/messages/${id}/letter`, { look, language });
  return (
    <div ref={ref} className={styles.sheet}>
      <iframe
        // Pictures that were loaded meanwhile stand in the page itself.
        key={`${look} ${letter.pictures.unasked + letter.pictures.loading}`}
        className={styles.frame}
        title={t('letter.frame', { from })}
        src={src}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="lazy"
        style={{ height: whole ? height : firstHeight(height) }}
      />
      {height > firstHeight(height) && (
        <button
          type="button"
          className={styles.quiet}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'letter.less' : 'letter.all')}
        </button>
      )}
    </div>
  );
}
