import { Ring } from '../ring/ring.tsx';
import styles from './brand.module.css';

/** The name, with the ring that everything turns on. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <Ring share={72} size={17} silent />
      Baton
    </span>
  );
}
