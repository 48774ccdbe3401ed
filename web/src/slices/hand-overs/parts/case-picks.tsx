import type { CaseItem, HandoverBatch } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { moveAmong } from '../../../ui/list/move-among.ts';
import { Outcome } from './outcome.tsx';
import styles from './hand-overs.module.css';

type Props = {
  cases: CaseItem[];
  /** Those that are not chosen. */
  left: Set<string>;
  onLeave: (left: Set<string>) => void;
  /** Where each would go, as far as that is known. */
  ahead: HandoverBatch | undefined;
};

/** The cases to choose from, each with where it would go; all are chosen to begin with. */
export function CasePicks({ cases, left, onLeave, ahead }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => moveAmong([...(place.current?.children ?? [])], by);
  useKeys({ next: () => move(1), previous: () => move(-1) });
  const known = new Map(ahead?.cases.map((one) => [one.id, one]));
  const chosen = cases.filter(({ id }) => !left.has(id)).length;
  const pick = (ids: string[], is: boolean) => {
    const next = new Set(left);
    for (const id of ids) {
      if (is) next.delete(id);
      else next.add(id);
    }
    onLeave(next);
  };
  return (
    <section aria-label={t('batch.which')}>
      <div className={styles.all}>
        <Checkbox
          label={t('batch.chosen', { count: chosen, all: cases.length })}
          checked={chosen === cases.length}
          indeterminate={chosen > 0 && chosen < cases.length}
          onChange={(event) =>
            pick(
              cases.map(({ id }) => id),
              event.currentTarget.checked,
            )
          }
        />
      </div>
      <ul ref={place} className={styles.list}>
        {cases.map((item) => (
          <li key={item.id} className={styles.row}>
            <Checkbox
              aria-label={`#${item.number} ${item.customer.name}`}
              checked={!left.has(item.id)}
              onChange={(event) => pick([item.id], event.currentTarget.checked)}
            />
            <div className={styles.what}>
              <Link to="/cases/$caseId" params={{ caseId: item.id }}>
                {item.subject || t('case.noSubject')}
              </Link>
              <p>
                <span>#{item.number}</span> <span>{item.customer.name}</span>{' '}
                {item.topic && <span>{item.topic.name}</span>}
              </p>
            </div>
            {!left.has(item.id) && ahead && (
              <Outcome from={item.owner} outcome={known.get(item.id) ?? null} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
