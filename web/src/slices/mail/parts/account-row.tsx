import type { AccountLine } from '@baton/contract';
import { shortDay } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import styles from './mail.module.css';

type Part = Exclude<keyof AccountLine, 'channel' | 'day' | 'received' | 'difference'>;
type Props = {
  line: AccountLine;
  shown: readonly Part[];
  /** Whether any line is off, so that there is a column for it. */
  off: boolean;
  onDay: (line: AccountLine) => void;
};

/** One day of one channel; its date lists the messages. */
export function AccountRow({ line, shown, off, onDay }: Props) {
  const viewer = useViewer();
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.day} onClick={() => onDay(line)}>
          {shortDay(line.day, viewer)}
        </button>
      </th>
      <td>{line.channel.name}</td>
      <td className={line.difference === 0 ? styles.whole : styles.late}>{line.received}</td>
      {shown.map((part) => (
        <td key={part} className={lookOf(part, line[part])}>
          {line[part]}
        </td>
      ))}
      {off && (
        <td className={line.difference === 0 ? styles.zero : styles.late}>{line.difference}</td>
      )}
    </tr>
  );
}

function lookOf(part: Part, count: number): string | undefined {
  if (count === 0) return styles.zero;
  return part === 'held' ? styles.warn : undefined;
}
