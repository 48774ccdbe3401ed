import type { RuleAct } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { acts as offered, blankAct, type Keyed, keyed } from '../draft.ts';
import { ActFields } from './act-fields.tsx';
import styles from './rules.module.css';

type Props = { acts: Keyed<RuleAct>[]; onChange: (acts: Keyed<RuleAct>[]) => void };

/** What is done then, one after the other; handing over comes last. */
export function ActsEditor({ acts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.part}>
      <legend>{t('teamRules.then')}</legend>
      {acts.map(({ key, value }, place) => {
        const name = t(`teamRules.act.${value.do}`);
        return (
          <div key={key} className={styles.item} role="group" aria-label={name}>
            <div className={styles.line}>
              <NativeSelect
                aria-label={t('teamRules.whatToDo')}
                data-path={`acts.${place}`}
                value={value.do}
                onChange={(event) => {
                  const what = offered.find((one) => one === event.currentTarget.value);
                  if (what) onChange(acts.with(place, { key, value: blankAct(what) }));
                }}
                data={offered.map((what) => ({ value: what, label: t(`teamRules.act.${what}`) }))}
              />
              <Button
                size="compact-sm"
                variant="subtle"
                className={styles.remove}
                onClick={() => onChange(acts.filter((one) => one.key !== key))}
                aria-label={`${t('teamRules.remove')}: ${name}`}
              >
                {t('teamRules.remove')}
              </Button>
            </div>
            <ActFields
              path={`acts.${place}`}
              act={value}
              onChange={(act) => onChange(acts.with(place, { key, value: act }))}
            />
          </div>
        );
      })}
      {isMoveBefore(acts) && <p className={styles.broken}>{t('teamRules.moveLast')}</p>}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onChange([...acts, keyed(blankAct('note'))])}
      >
        {t('teamRules.addAct')}
      </Button>
    </fieldset>
  );
}

/** Whether the case would be handed over before the last act. */
function isMoveBefore(acts: Keyed<RuleAct>[]): boolean {
  return acts
    .slice(0, -1)
    .some(({ value }) => value.do === 'hand_across' || value.do === 'pass_up');
}
