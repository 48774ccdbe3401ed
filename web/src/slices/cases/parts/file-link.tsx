import type { FileShape } from '@baton/contract';
import { FileIcon } from '../../../ui/shell/icons.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { fileSize } from './file-size.ts';
import styles from './files.module.css';

/** What the server shows in the browser; it looks at the content, not at this, before it does. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A file: a picture opens in a tab of its own, everything else is downloaded. */
export function FileLink({ file }: { file: FileShape }) {
  const { language } = useViewer();
  const content = `/api/files/${file.id}/content`;
  const opens = pictures.has(file.type)
    ? { href: `${content}?show=true`, target: '_blank', rel: 'noreferrer' }
    : { href: content, download: file.name };
  return (
    <a className={styles.file} {...opens}>
      <FileIcon />
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{fileSize(file.size, language)}</span>
    </a>
  );
}
