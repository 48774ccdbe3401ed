import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { isAtLineStart } from '../../../writing/parts/plain-field.ts';
import styles from './composer.module.css';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  onFiles: ((files: Iterable<File>) => void) | undefined;
  /** `/` was pressed at the beginning of a line. */
  onSlash?: (() => void) | undefined;
};

/** Where one writes: grows with the text, takes files that are dropped or pasted, Ctrl Enter sends. */
export function WritingField({
  field,
  label,
  placeholder,
  value,
  onChange,
  onFiles,
  onSlash,
}: Props) {
  return (
    <Textarea
      ref={field}
      className={styles.writing}
      variant="unstyled"
      autosize
      minRows={2}
      maxRows={12}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        } else if (event.key === '/' && onSlash && isAtLineStart(event.currentTarget)) {
          event.preventDefault();
          onSlash();
        }
      }}
      onPaste={(event) => {
        if (!onFiles || event.clipboardData.files.length === 0) return;
        event.preventDefault();
        onFiles(event.clipboardData.files);
      }}
      onDrop={(event) => {
        if (!onFiles || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      }}
    />
  );
}
