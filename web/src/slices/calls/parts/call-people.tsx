import type { SpokenWith } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../../ui/shell/icons.tsx';
import styles from './calls.module.css';

const nobody: SpokenWith = { name: '', spelling: null, role: null };

type Props = { people: SpokenWith[]; onChange: (people: SpokenWith[]) => void };

/** Everybody spoken with, by name, spelling and role (S1-3). */
export function CallPeople({ people: known, onChange }: Props) {
  const { t } = useTranslation();
  const people = known.length > 0 ? known : [nobody];
  const field = (place: number, part: keyof SpokenWith) => ({
    size: 'xs',
    label: t(`calls.${part}`),
    value: people[place]?.[part] ?? '',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange(
        people.map((one, at) =>
          at === place ? { ...one, [part]: part === 'name' ? value : value || null } : one,
        ),
      ),
  });
  return (
    <fieldset className={styles.people}>
      <legend>{t('calls.people')}</legend>
      {people.map((person, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- they have no other name
        <div key={place} className={styles.person}>
          <TextInput {...field(place, 'name')} />
          <TextInput {...field(place, 'spelling')} />
          <TextInput {...field(place, 'role')} />
          {people.length > 1 && (
            <button
              type="button"
              className={styles.remove}
              aria-label={t('calls.removePerson', { name: person.name })}
              onClick={() => onChange(people.filter((_, at) => at !== place))}
            >
              <CloseIcon />
            </button>
          )}
        </div>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => onChange([...people, nobody])}>
        {t('calls.addPerson')}
      </Button>
    </fieldset>
  );
}
