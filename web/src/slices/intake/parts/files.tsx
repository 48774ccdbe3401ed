import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { AttachButton } from '../../cases/parts/composer/attach-button.tsx';
import { FileStrip } from '../../cases/parts/composer/file-strip.tsx';
import { upload } from '../../cases/parts/composer/upload.ts';
import type { Uploading } from '../../cases/parts/composer/use-uploads.ts';
import type { Taking } from '../use-taking.ts';
import styles from './intake.module.css';

type Known = Taking['intake']['files'];

/** What the customer shows or brings along; it goes with the first message of the case. */
export function Files({ intake, said, change }: Omit<Taking, 'flush'>) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [fresh, setFresh] = useState<Known>([]);
  const ids = useRef(said.files);
  useEffect(() => {
    ids.current = said.files;
  });
  const keep = (files: string[]) => {
    ids.current = files;
    change({ files });
  };
  async function add(content: File): Promise<void> {
    const key = crypto.randomUUID();
    const show = (part: number) =>
      setUploading((all) => [
        ...all.filter((one) => one.key !== key),
        { key, name: content.name, part },
      ]);
    show(0);
    try {
      const file = await upload(content, show);
      setFresh((all) => [...all, file]);
      keep([...ids.current, file.id]);
    } catch (failure) {
      setError(failure);
    } finally {
      setUploading((all) => all.filter((one) => one.key !== key));
    }
  }
  const known = [...intake.files, ...fresh];
  const files = said.files.flatMap((id) => known.find((one) => one.id === id) ?? []);
  return (
    <div className={styles.wide}>
      <AttachButton
        onFiles={(chosen) => {
          setError(null);
          for (const content of chosen) void add(content);
        }}
      />
      <span className={styles.hint}>{t('intake.filesHow')}</span>
      <FileStrip
        files={files}
        uploading={uploading}
        onRemove={(id) => keep(said.files.filter((one) => one !== id))}
      />
      {Boolean(error) && <ProblemNote error={error} />}
    </div>
  );
}
