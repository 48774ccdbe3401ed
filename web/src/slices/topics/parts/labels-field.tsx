import { languages, type Labels, type Language } from '@baton/contract';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import styles from './topics.module.css';

type Props = {
  /** Where the text stands in what is sent. */
  path: string;
  label: string;
  value: Labels;
  onChange: (value: Labels) => void;
};

/** A text in one's own language, and in the others where one wants them. */
export function LabelsField({ path, label, value, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const own = languages.find((one) => one === i18n.language) ?? 'en';
  const others = languages.filter((one) => one !== own);
  return (
    <div className={styles.labels}>
      <TextInput
        label={label}
        data-path={path}
        maxLength={200}
        value={value[own] ?? ''}
        onChange={(event) => onChange(withText(value, own, event.currentTarget.value))}
      />
      <details>
        <summary>
          {t('topics.otherLanguages', { count: others.filter((one) => value[one]).length })}
        </summary>
        {others.map((language) => (
          <TextInput
            key={language}
            size="xs"
            label={languageNames[language]}
            lang={language}
            maxLength={200}
            value={value[language] ?? ''}
            onChange={(event) => onChange(withText(value, language, event.currentTarget.value))}
          />
        ))}
      </details>
    </div>
  );
}

function withText(labels: Labels, language: Language, text: string): Labels {
  const { [language]: _, ...rest } = labels;
  return text === '' ? rest : { ...rest, [language]: text };
}
