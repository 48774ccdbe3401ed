import { Textarea } from '@mantine/core';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { isSend } from '../../../../ui/keys/is-send.ts';
import styles from './composer.module.css';
import { type Field, fieldOf } from './field.ts';
import { pastedFiles } from './pasted-files.ts';

export type PlainProps = {
  field: RefObject<Field | null>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  onFiles: ((files: Iterable<File>) => void) | undefined;
  /** `/` was pressed at the beginning of a line. */
  onSlash?: (() => void) | undefined;
  /** Whether Tab went to another place within the field. */
  onTab?: (() => boolean) | undefined;
  /** Ctrl Shift Enter was pressed: more ways to send are asked for. */
  onWays?: (() => void) | undefined;
  onBlur?: () => void;
  /** Whether it is only shown. */
  still?: boolean;
};

/** Where one writes plain text: grows with it, takes files that are dropped or pasted, Ctrl Enter sends. */
export function PlainField(props: PlainProps) {
  const { field, label, placeholder, value, onChange, onFiles, onBlur, still } = props;
  const { onSlash, onTab, onWays } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(field, () => fieldOf(area.current!, onChange), [onChange]);
  const take = (event: { preventDefault: () => void }, files: File[]) => {
    if (!onFiles || files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <Textarea
      ref={area}
      className={styles.writing}
      variant="unstyled"
      autosize
      minRows={2}
      maxRows={12}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200_000}
      value={value}
      readOnly={still ?? false}
      onBlur={() => onBlur?.()}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isSend(event)) {
          event.preventDefault();
          if (event.repeat) return;
          if (event.shiftKey) onWays?.();
          else event.currentTarget.form?.requestSubmit();
        } else if (event.key === 'Tab' && !event.shiftKey && onTab?.()) {
          event.preventDefault();
        } else if (event.key === '/' && onSlash && field.current?.isAtLineStart()) {
          event.preventDefault();
          onSlash();
        }
      }}
      onPaste={(event) => take(event, pastedFiles(event.clipboardData))}
      onDrop={(event) => take(event, [...event.dataTransfer.files])}
    />
  );
}
