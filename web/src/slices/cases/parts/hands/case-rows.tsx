import { useRef } from 'react';
import { useWindow } from '../../../../ui/list/use-window.ts';
import { HandRow } from './hand-row.tsx';
import styles from './hands.module.css';
import type { Steady } from './steady.ts';

type Props = {
  rows: Steady['rows'];
  /** The page of this list, where leaving one of its cases leads back to; your hands else. */
  list?: string;
};

/** Cases as rows, however many: of a long list those near the eye. */
export function CaseRows({ rows, list }: Props) {
  const place = useRef<HTMLOListElement>(null);
  const { first, end, before, after } = useWindow(place, rows.length);
  const isWhole = first === 0 && end === rows.length;
  return (
    <ol ref={place} className={styles.rows} style={{ paddingTop: before, paddingBottom: after }}>
      {rows.slice(first, end).map((row, index) => (
        <HandRow
          key={row.item.id}
          item={row.item}
          gone={row.gone}
          {...(list !== undefined && { list })}
          {...(!isWhole && { place: first + index + 1, of: rows.length })}
        />
      ))}
    </ol>
  );
}
