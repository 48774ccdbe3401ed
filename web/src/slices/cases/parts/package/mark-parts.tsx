import type { Message } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import '@mantine/core/styles/Checkbox.css';
import { When } from '../../../../ui/time/when.tsx';
import { messagesQuery } from '../../queries.ts';
import { AuthorName } from '../conversation/author-name.tsx';
import styles from './package.module.css';

type Props = { caseId: string; marked: string[]; onChange: (marked: string[]) => void };

/** The messages of the case, to tick those that whoever takes it is to see first. */
export function MarkParts({ caseId, marked, onChange }: Props) {
  const { t } = useTranslation();
  const { data: messages = [] } = useQuery(messagesQuery(caseId));
  const said = messages.filter((message) => message.author.kind !== 'baton').toReversed();
  if (said.length === 0) return null;
  const toggle = (id: string) =>
    onChange(marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id]);
  return (
    <details className={styles.mark}>
      <summary>
        {t('handover.mark')}
        {marked.length > 0 && <b> {marked.length}</b>}
      </summary>
      <ul>
        {said.map((message) => (
          <li key={message.id}>
            <Checkbox
              size="xs"
              checked={marked.includes(message.id)}
              onChange={() => toggle(message.id)}
              label={<Line message={message} />}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line({ message }: { message: Message }) {
  return (
    <>
      <AuthorName message={message} /> <When at={message.at} />
      <span className={styles.first}>{message.text.trim().slice(0, 160)}</span>
    </>
  );
}
