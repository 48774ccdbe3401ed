import { type FieldRefusal, problemStatuses } from '@baton/contract';
import i18next from 'i18next';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../api/refusal.ts';
import { useFaultWords } from './fault-words.ts';
import styles from './problem-note.module.css';
import { tieFields } from './tie-fields.ts';

type Props = {
  error: unknown;
  /** What was kept, in a sentence: "Your text is kept here." */
  kept?: string;
  onAgain?: () => void;
};

/** Codes that this side adds to the server's. */
const ours = ['unreachable', 'unexpected', 'wrong_password', 'passkey_not_used'] as const;

type Code = keyof typeof problemStatuses | (typeof ours)[number];

/** Says what happened, what was kept and what to do, and shows it at the fields of its form. */
export function ProblemNote({ error, kept, onAgain }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const note = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Map<string, string>>(new Map());
  useLayoutEffect(() => {
    const tied = tieFields(
      note.current!,
      fieldsOf(error).map(({ path }) => path),
    );
    setLabels(tied.labels);
    return tied.untie;
  }, [error]);
  const fields = fieldsOf(error);
  const faultWords = useFaultWords(fields.length > 0);
  return (
    <div className={styles.note} role="alert" id={id} ref={note}>
      <p>
        {useProblemWords()(error)} {kept}
      </p>
      {faultWords && (
        <ul>
          {fields.map((field) => (
            <li key={field.path + field.message}>
              {behind(labels.get(field.path) || field.path, t('shell.colon')) + faultWords(field)}
            </li>
          ))}
        </ul>
      )}
      {onAgain && (
        <button type="button" onClick={onAgain}>
          {t('problem.again')}
        </button>
      )}
    </div>
  );
}

/** The fields at fault, by their paths in the form; some paths say that they stand in the body. */
function fieldsOf(error: unknown): FieldRefusal[] {
  const fields = error instanceof Refusal ? (error.body?.errors ?? []) : [];
  return fields.map((field) => ({ ...field, path: field.path.replace(/^body\./, '') }));
}

/** The name of a field, before what is said of it; what is said of all of them together has none. */
function behind(label: string, colon: string): string {
  return label === 'body' ? '' : label + colon;
}

/**
 * The sentence for an error: the server's own in English, else the catalogue's for its code. What is
 * wrong with single fields is said field by field, and not here as well.
 */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof Refusal)) return t('problem.unexpected');
    const isOfFields = error.code === 'invalid_request' && fieldsOf(error).length > 0;
    if (i18next.language === 'en' && error.body?.detail && !isOfFields) return error.body.detail;
    return t(`problem.${isKnown(error.code) ? error.code : 'unexpected'}`);
  };
}

function isKnown(code: string): code is Code {
  return code in problemStatuses || ours.some((one) => one === code);
}
