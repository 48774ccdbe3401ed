import { useState } from 'react';
import type { Draft } from './draft.ts';
import { newKey } from './draft.ts';
import { upload } from './upload.ts';

/** Puts a picture into the text; false where that is not open any more. */
export type PutPicture = (picture: { id: string; name: string }) => boolean;

export type Uploading = { key: string; name: string; part: number };

/** Uploads files as they are chosen, dropped or pasted; each then belongs to the draft. */
export function useUploads(change: (how: (before: Draft) => Partial<Draft>) => void) {
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const [error, setError] = useState<unknown>(null);

  async function one(content: File) {
    const key = newKey();
    setUploading((all) => [...all, { key, name: content.name, part: 0 }]);
    try {
      const { id, name, size } = await upload(content, (part) =>
        setUploading((all) => all.map((it) => (it.key === key ? { ...it, part } : it))),
      );
      return { id, name, size };
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setUploading((all) => all.filter((it) => it.key !== key));
    }
  }

  function attach(file: Draft['files'][number] | null): void {
    if (file) change((before) => ({ files: [...before.files, file] }));
  }

  function add(files: Iterable<File>): void {
    setError(null);
    for (const content of files) void one(content).then(attach);
  }

  async function picture(content: File, put: PutPicture): Promise<void> {
    setError(null);
    const file = await one(content);
    if (file && !put(file)) attach(file);
  }
  return { uploading, error, add, picture };
}
