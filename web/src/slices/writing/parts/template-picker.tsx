import { fillBlanks, type BlankValues, type Template } from '@baton/contract';
import { Modal, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../words/index.ts';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { searched } from '../fit.ts';
import styles from './writing.module.css';

type Props = {
  templates: Template[];
  values: BlankValues;
  /** What was typed is told where nothing was chosen. */
  onClose: (typed: string) => void;
  onChosen: (template: Template) => void;
};

/** Chooses a reply to begin with, by typing, arrows and Enter; the chosen one is seen beside. */
export function TemplatePicker({ templates, values, onClose, onChosen }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = searched(templates, query);
  const chosen = found[Math.min(at, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    // As one takes back the sign that opened it.
    if (event.key === 'Backspace' && query === '') {
      event.preventDefault();
      onClose('');
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) setAt(Math.max(0, Math.min(found.length - 1, next)));
    else if (chosen && !event.nativeEvent.isComposing) onChosen(chosen);
  };
  return (
    <Modal opened onClose={() => onClose(query)} title={t('writing.templates')} size="xl">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${chosen.id}`}
        aria-label={t('writing.search')}
        placeholder={t('writing.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.picker}>
        <div className={styles.found}>
          <div id={listId} role="listbox" aria-label={t('writing.templates')}>
            {found.map((template) => (
              <Choice
                key={template.id}
                id={`${listId}-${template.id}`}
                template={template}
                isChosen={template === chosen}
                onPoint={() => setAt(found.indexOf(template))}
                onChosen={() => onChosen(template)}
              />
            ))}
          </div>
          {found.length === 0 && <Nothing hasAny={templates.length > 0} />}
        </div>
        {chosen && (
          <div className={`${styles.preview} written`}>{fillBlanks(chosen.text, values)}</div>
        )}
      </div>
    </Modal>
  );
}

/** Where there are none at all, whoever may add some is led to where that is done; the letter is kept. */
function Nothing({ hasAny }: { hasAny: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  if (hasAny) return <p role="status">{t('writing.noneFound')}</p>;
  if (!may(me, 'Cases', 'lead')) return <p role="status">{t('writing.noTemplates')}</p>;
  return (
    <p role="status">
      {t('writing.noneYet')} <Link to="/settings/templates">{t('writing.addFirst')}</Link>
    </p>
  );
}

type ChoiceProps = {
  id: string;
  template: Template;
  isChosen: boolean;
  onPoint: () => void;
  onChosen: () => void;
};

/** One of the list; the keys stay with the field above it. */
function Choice({ id, template, isChosen, onPoint, onChosen }: ChoiceProps) {
  return (
    <button
      type="button"
      id={id}
      ref={(item) => {
        if (isChosen) item?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onPointerMove={onPoint}
      onClick={onChosen}
    >
      {template.name} <small>{languageNames[template.language]}</small>
    </button>
  );
}
