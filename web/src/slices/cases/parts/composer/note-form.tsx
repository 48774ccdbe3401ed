import type { Case } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { agentsQuery } from '../../../people/queries.ts';
import { note } from '../../doing.ts';
import { MentionList } from './mentions/mention-list.tsx';
import { mentionedIn } from './mentions/mentions.ts';
import type { Field } from './field.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null> };

/** A note among ourselves; with @ and a name that agent is told of it and follows the case. */
export function NoteForm({ item, field }: Props) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const active = agents.filter((agent) => agent.active);
  return (
    <WritingForm
      item={item}
      kind="note"
      field={field}
      label={t('composer.noteLabel')}
      placeholder={t('composer.noteLabel')}
      submit={t('composer.keepNote')}
      renderBelow={(text, onText) => (
        <MentionList field={field} text={text} agents={active} onText={onText} />
      )}
      send={(on, { text, files, key, version }) =>
        note(
          { ...on, key },
          {
            text,
            files: files.map((file) => file.id),
            mentions: mentionedIn(text, active),
            draft: version,
          },
        )
      }
      onSent={() => undefined}
    />
  );
}
