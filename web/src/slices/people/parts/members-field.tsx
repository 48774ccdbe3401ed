import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './people.module.css';

/** What is offered when somebody joins: the server's own default. */
const usualCapacity = 20;

type Props = {
  /** Where the chosen ones stand in what is sent. */
  path: 'teams' | 'members';
  legend: string;
  /** Teams or agents that can be chosen. */
  options: { id: string; name: string }[];
  /** The chosen ones, each with how many open cases of the team the agent can hold. */
  chosen: Map<string, number>;
  onChange: (chosen: Map<string, number>) => void;
};

/** Who belongs to what, and with which capacity. */
export function MembersField({ path, legend, options, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const put = (id: string, capacity: number | null) => {
    const next = new Map(chosen);
    if (capacity === null) next.delete(id);
    else next.set(id, capacity);
    onChange(next);
  };
  return (
    <fieldset className={styles.teams}>
      <legend>{legend}</legend>
      {options.map(({ id, name }) => {
        const capacity = chosen.get(id);
        return (
          <div key={id} className={styles.member}>
            <Switch
              label={name}
              checked={capacity !== undefined}
              onChange={(event) => put(id, event.currentTarget.checked ? usualCapacity : null)}
            />
            {capacity !== undefined && (
              <label>
                {t('people.capacity')}{' '}
                <input
                  type="number"
                  min={1}
                  max={10_000}
                  required
                  data-path={`${path}.${[...chosen.keys()].indexOf(id)}`}
                  aria-label={t('people.capacityOf', { name })}
                  value={capacity || ''}
                  onChange={(event) => put(id, Number(event.currentTarget.value))}
                />
              </label>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
