import { useRef, useState } from 'react';
import { newKey } from '../../../../api/new-key.ts';
import type { Draft } from './draft.ts';
import { upload } from './upload.ts';

/** Puts a picture into the text; false where that is not open any more. */
export type PutPicture = (picture: { id: string; name: string }) => boolean;

export type Uploading = { key: string; name: string; part: number };

/** A file that is there, with its size in bytes. */
export type Attached = Draft['files'][number];

/**
 * Uploads files as they are chosen, dropped or pasted.
 * @param attach takes each as soon as it is there
 */
export function useUploads(attach: (file: Attached) => void) {
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const [error, setError] = useState<unknown>(null);
  const going = useRef(new Set<Promise<void>>());

  async function arrive(content: File, key: string, take: (file: Attached) => void) {
    const { id, name, size } = await upload(content, (part) =>
      setUploading((all) => all.map((it) => (it.key === key ? { ...it, part } : it))),
    );
    take({ id, name, size });
  }

  async function one(content: File, take: (file: Attached) => void): Promise<void> {
    const key = newKey();
    setUploading((all) => [...all, { key, name: content.name, part: 0 }]);
    const arriving = arrive(content, key, take);
    going.current.add(arriving);
    try {
      await arriving;
    } catch (failure) {
      setError(failure);
    } finally {
      going.current.delete(arriving);
      setUploading((all) => all.filter((it) => it.key !== key));
    }
  }

  function add(files: Iterable<File>): void {
    setError(null);
    for (const content of files) void one(content, attach);
  }

  async function picture(content: File, put: PutPicture): Promise<void> {
    setError(null);
    await one(content, (file) => {
      if (!put(file)) attach(file);
    });
  }

  /** Resolves when all that is on its way was taken; throws what kept one of them from it. */
  const arrived = async () => {
    await Promise.all(going.current);
  };
  return { uploading, error, add, picture, arrived };
}
