import type { Case } from '@baton/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { note } from '../../doing.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<HTMLTextAreaElement | null> };

/** A note among ourselves. */
export function NoteForm({ item, field }: Props) {
  const { t } = useTranslation();
  return (
    <WritingForm
      item={item}
      kind="note"
      field={field}
      label={t('composer.noteLabel')}
      placeholder={t('composer.noteLabel')}
      submit={t('composer.keepNote')}
      send={(on, { text, files, key }) =>
        note({ ...on, key }, { text, files: files.map((file) => file.id) })
      }
      onSent={() => undefined}
    />
  );
}
