import { languages } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import { teamsQuery } from '../../people/queries.ts';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import { brandsQuery } from '../../settings/queries.ts';
import styles from '../../topics/parts/topics.module.css';
import type { TemplateGiven } from '../queries.ts';

type Props = { given: TemplateGiven; set: (part: Partial<TemplateGiven>) => void };

/** In which language a template is, and for whose cases it is offered. */
export function TemplateFor({ given, set }: Props) {
  const { t } = useTranslation();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: brands = [] } = useQuery(brandsQuery);
  const topics = useTopicChoices(null);
  const named = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const choices = { team: named(teams), topic: topics, brand: named(brands) };
  return (
    <div className={styles.row}>
      <NativeSelect
        label={t('templates.language')}
        data-path="language"
        value={given.language}
        onChange={(event) =>
          set({ language: languages.find((one) => one === event.currentTarget.value) ?? 'en' })
        }
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      {(['team', 'topic', 'brand'] as const).map((name) => (
        <NativeSelect
          key={name}
          label={t(`templates.${name}`)}
          data-path={name}
          value={given[name] ?? ''}
          onChange={(event) => set({ [name]: event.currentTarget.value || null })}
          data={[{ value: '', label: t('templates.all') }, ...choices[name]]}
        />
      ))}
    </div>
  );
}
