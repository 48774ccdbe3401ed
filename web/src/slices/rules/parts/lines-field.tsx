import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { linesOf } from '../../topics/parts/lines-of.ts';

type Props = {
  label: string;
  /** Where it stands in what is sent. */
  path: string;
  hint: string;
  lines: string[];
  onChange: (lines: string[]) => void;
};

/** Words or addresses, one to a line; what is being typed stays as it is. */
export function LinesField({ label, path, hint, lines, onChange }: Props) {
  const [text, setText] = useState(() => lines.join('\n'));
  return (
    <Textarea
      label={label}
      data-path={path}
      description={hint}
      autosize
      minRows={1}
      maxRows={8}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
    />
  );
}
