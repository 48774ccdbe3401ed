import { useTranslation } from 'react-i18next';
import { CloseIcon, FileIcon } from '../../../../ui/shell/icons.tsx';
import { useViewer } from '../../../../ui/viewer.tsx';
import { fileSize } from '../file-size.ts';
import styles from '../files.module.css';
import type { Draft } from './draft.ts';
import type { Uploading } from './use-uploads.ts';

type Props = { files: Draft['files']; uploading: Uploading[]; onRemove: (id: string) => void };

/** The files of a draft: those that are there, and those on their way. */
export function FileStrip({ files, uploading, onRemove }: Props) {
  const { t } = useTranslation();
  const { language } = useViewer();
  if (files.length === 0 && uploading.length === 0) return null;
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <FileIcon />
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{fileSize(file.size, language)}</span>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('composer.removeFile', { name: file.name })}
            onClick={() => onRemove(file.id)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
      {uploading.map(({ key, name, part }) => (
        <li key={key} className={styles.file}>
          <span className={styles.name}>{name}</span>
          <progress value={part} max={1} aria-label={t('composer.uploading', { name })} />
        </li>
      ))}
    </ul>
  );
}
