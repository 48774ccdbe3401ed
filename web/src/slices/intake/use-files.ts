import type { Intake, IntakeChange, IntakeSaid } from '@baton/contract';
import { useEffect, useRef, useState } from 'react';
import { type Attached, useUploads } from '../cases/parts/composer/use-uploads.ts';

/** The files of an intake: those that are there, those on their way, and how they come and go. */
export type FilesOf = ReturnType<typeof useFiles>;

/** Uploads what the customer shows or brings along, and keeps it with what was said. */
export function useFiles(intake: Intake, said: IntakeSaid, change: (fields: IntakeChange) => void) {
  const [fresh, setFresh] = useState<Attached[]>([]);
  // Several arrive between two pictures of the screen.
  const ids = useRef(said.files);
  useEffect(() => {
    ids.current = said.files;
  });
  const keep = (files: string[]) => {
    ids.current = files;
    change({ files });
  };
  const uploads = useUploads((file) => {
    setFresh((all) => [...all, file]);
    keep([...ids.current, file.id]);
  });
  const known = [...intake.files, ...fresh];
  return {
    ...uploads,
    files: said.files.flatMap((id) => known.find((one) => one.id === id) ?? []),
    remove: (id: string) => keep(ids.current.filter((one) => one !== id)),
  };
}
