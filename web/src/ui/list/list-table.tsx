import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import styles from './list.module.css';
import { moveAmong } from './move-among.ts';
import { ShowMore } from './show-more.tsx';
import type { Pages } from './use-onward.ts';

type Props = {
  list: Pages & Pick<UseInfiniteQueryResult, 'data' | 'error' | 'refetch'>;
  heads: string[];
  /** Said when there is nothing. */
  none: string;
  /** The table's own look, composed with the usual one. */
  className?: string | undefined;
  /** The rows. */
  children: ReactNode[];
};

/** A list in pages as a table: what went wrong, that there is nothing, the rows, the way to more. */
export function ListTable({ list, heads, none, className = styles.stacked, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: 1 | -1) => moveAmong([...(body.current?.rows ?? [])], by);
  useKeys(children.length > 0 ? { next: () => move(1), previous: () => move(-1) } : {});
  return (
    <>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {Boolean(list.data) && children.length === 0 && <p className={styles.none}>{none}</p>}
      {children.length > 0 && (
        <div className={styles.frame}>
          <table className={className}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>{children}</tbody>
          </table>
        </div>
      )}
      <ShowMore list={list} />
    </>
  );
}
