import type { AuditEntry } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import { useValueWords } from './audit-fields.ts';
import { useKindWords } from './audit-kinds.ts';
import styles from './grants.module.css';
import { valueText, type ValueWords } from './value-text.ts';

/** One change of a setting: who, which, from what to what. */
export function AuditRow({ item }: { item: AuditEntry }) {
  const { t } = useTranslation();
  const kindWords = useKindWords();
  const words = useValueWords();
  return (
    <tr>
      <td className={styles.when}>
        <When at={item.at} sayToday />
      </td>
      <td>
        {item.actor.name ?? t(`accessLog.actor.${item.actor.kind}`)}
        {item.actor.kind === 'key' && <small>{t('accessLog.actor.key')}</small>}
      </td>
      <td>
        {kindWords(item.kind)}
        {item.act !== 'changed' && <small>{t(`audit.${item.act}`)}</small>}
      </td>
      <td>{item.subject.name}</td>
      <td>
        <dl className={styles.changes}>
          {item.changes
            .filter((change) => says(change, words))
            .map((change) => (
              <div key={change.field}>
                <dt>{words.field(change.field)}</dt>
                <dd>
                  <Change change={change} act={item.act} words={words} />
                </dd>
              </div>
            ))}
        </dl>
      </td>
    </tr>
  );
}

/** Of something new or taken away, what it never had is no news. */
function says(
  { field, from, to, secret }: AuditEntry['changes'][number],
  words: ValueWords,
): boolean {
  return secret || valueText(from, field, words) !== null || valueText(to, field, words) !== null;
}

type ChangeProps = {
  change: AuditEntry['changes'][number];
  act: AuditEntry['act'];
  words: ValueWords;
};

function Change({ change: { field, from, to, secret }, act, words }: ChangeProps) {
  const { t } = useTranslation();
  if (secret) return t('audit.secret');
  const [was, is] = [valueText(from, field, words), valueText(to, field, words)];
  return (
    <>
      {act !== 'made' && <del>{was ?? t('audit.nothing')}</del>}
      {act === 'changed' && ' → '}
      {act !== 'removed' && <ins>{is ?? t('audit.nothing')}</ins>}
    </>
  );
}
