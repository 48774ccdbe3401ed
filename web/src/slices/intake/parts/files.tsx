import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { AttachButton } from '../../cases/parts/composer/attach-button.tsx';
import { FileStrip } from '../../cases/parts/composer/file-strip.tsx';
import type { FilesOf } from '../use-files.ts';
import styles from './intake.module.css';

/** What the customer shows or brings along; it goes with the first message of the case. */
export function Files({ files: { files, uploading, error, add, remove } }: { files: FilesOf }) {
  const { t } = useTranslation();
  return (
    <div className={styles.wide}>
      <AttachButton onFiles={add} />
      <span className={styles.hint}>{t('intake.filesHow')}</span>
      <FileStrip files={files} uploading={uploading} onRemove={remove} />
      {Boolean(error) && <ProblemNote error={error} />}
    </div>
  );
}
