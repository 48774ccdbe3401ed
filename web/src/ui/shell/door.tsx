import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { doorTitle } from './door-title.ts';
import styles from './door.module.css';

/** The frame of the pages before one is signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.door}>
      <Brand />
      <h1 id={doorTitle}>{title}</h1>
      {children}
    </main>
  );
}
