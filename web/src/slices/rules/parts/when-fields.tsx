import { directions, ruleAnchors, ruleEvents, type RuleWhen } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LengthField } from './length-field.tsx';
import styles from './rules.module.css';

type Props = { when: RuleWhen; onChange: (when: RuleWhen) => void };

/** What sets the rule off: something that happens, or time. */
export function WhenFields({ when, onChange }: Props) {
  const { t } = useTranslation();
  const offered = [
    ...ruleEvents.slice(0, 2).map(eventChoice),
    { value: 'handed_over', label: t('teamRules.handedOver.any') },
    ...ruleEvents.slice(2).map(eventChoice),
    { value: 'time', label: t('teamRules.byTime') },
  ];
  return (
    <fieldset className={styles.part}>
      <legend>{t('teamRules.when')}</legend>
      <div className={styles.line}>
        <NativeSelect
          aria-label={t('teamRules.when')}
          data-path="when"
          value={when.on}
          onChange={(event) => onChange(blankWhen(event.currentTarget.value))}
          data={offered}
        />
        {when.on === 'handed_over' && (
          <NativeSelect
            aria-label={t('teamRules.direction')}
            data-path="when.direction"
            value={when.direction ?? ''}
            onChange={(event) => {
              const direction = directions.find((one) => one === event.currentTarget.value);
              onChange({ on: 'handed_over', ...(direction && { direction }) });
            }}
            data={[
              { value: '', label: t('teamRules.anyDirection') },
              ...directions.map((value) => ({ value, label: t(`teamRules.directions.${value}`) })),
            ]}
          />
        )}
        {when.on === 'time' && <TimeFields when={when} onChange={onChange} />}
      </div>
    </fieldset>
  );

  function eventChoice(value: (typeof ruleEvents)[number]) {
    return { value, label: t(`teamRules.event.${value}`) };
  }
}

type TimeProps = {
  when: Extract<RuleWhen, { on: 'time' }>;
  onChange: (when: RuleWhen) => void;
};

function TimeFields({ when, onChange }: TimeProps) {
  const { t } = useTranslation();
  return (
    <>
      <LengthField
        label={t('teamRules.howLong')}
        path="when.length"
        value={when.length}
        onChange={(length) => onChange({ ...when, length })}
      />
      <NativeSelect
        aria-label={t('teamRules.fromWhen')}
        data-path="when.from"
        value={when.from}
        onChange={(event) => {
          const from = ruleAnchors.find((one) => one === event.currentTarget.value);
          if (from) onChange({ ...when, from });
        }}
        data={ruleAnchors.map((value) => ({ value, label: t(`teamRules.anchor.${value}`) }))}
      />
      <NativeSelect
        aria-label={t('teamRules.countsBy')}
        data-path="when.counts"
        value={when.counts}
        onChange={(event) =>
          onChange({
            ...when,
            counts: event.currentTarget.value === 'working' ? 'working' : 'elapsed',
          })
        }
        data={(['elapsed', 'working'] as const).map((value) => ({
          value,
          label: t(`teamRules.counts.${value}`),
        }))}
      />
    </>
  );
}

function blankWhen(value: string): RuleWhen {
  if (value === 'time') return { on: value, from: 'opened', length: 'PT4H', counts: 'elapsed' };
  const on = ruleEvents.find((one) => one === value);
  return on ? { on } : { on: 'handed_over' };
}
