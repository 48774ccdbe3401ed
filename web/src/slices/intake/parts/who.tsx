import { languages } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../ui/time/format.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { Taking } from '../use-taking.ts';
import { Alike } from './alike.tsx';
import styles from './intake.module.css';

/** Name first, with its spelling; whoever is known is found while it is typed. */
export function Who({ said, change }: Taking) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const field = (name: 'name' | 'spelling' | 'formOfAddress' | 'email' | 'phone') => ({
    label: t(`intake.${name}`),
    value: said[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [name]: currentTarget.value }),
  });
  return (
    <div className={styles.fields}>
      <TextInput {...field('name')} autoFocus maxLength={200} autoComplete="off" />
      <TextInput {...field('spelling')} maxLength={200} autoComplete="off" />
      <Alike said={said} change={change} />
      <TextInput {...field('formOfAddress')} maxLength={200} autoComplete="off" />
      <TextInput {...field('email')} type="email" maxLength={254} autoComplete="off" />
      <TextInput {...field('phone')} type="tel" maxLength={40} autoComplete="off" />
      <NativeSelect
        label={t('intake.language')}
        value={said.language ?? ''}
        data={[
          { value: '', label: t('intake.usual') },
          ...languages.map((value) => ({ value, label: languageName(value, viewer) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({ language: languages.find((one) => one === value) ?? null })
        }
      />
    </div>
  );
}
