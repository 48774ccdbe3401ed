import type { FileShape } from '@baton/contract';
import { FileIcon } from '../../../ui/shell/icons.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { fileSize } from './file-size.ts';
import styles from './files.module.css';

/** A file, to be downloaded; nothing of it is shown inside the page. */
export function FileLink({ file }: { file: FileShape }) {
  const { language } = useViewer();
  return (
    <a className={styles.file} href={`/api/files/${file.id}/content`} download={file.name}>
      <FileIcon />
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{fileSize(file.size, language)}</span>
    </a>
  );
}
