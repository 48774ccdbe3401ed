import { businessEffects, intakePurposes, intakeStages, moods } from '@baton/contract';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { instantOfWall, wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { FilesOf } from '../use-files.ts';
import type { Taking } from '../use-taking.ts';
import { Files } from './files.tsx';
import styles from './intake.module.css';

/** The result they want, what they tried, what it does to their business, by when they need it. */
export function More({ said, change, files }: Taking & { files: FilesOf }) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <Textarea
        className={styles.wide}
        label={t('intake.result')}
        autosize
        maxLength={5_000}
        value={said.result}
        onChange={({ currentTarget }) => change({ result: currentTarget.value })}
      />
      <Textarea
        className={styles.wide}
        label={t('intake.tried')}
        autosize
        value={said.tried.join('\n')}
        onChange={({ currentTarget }) =>
          change({
            tried: currentTarget.value === '' ? [] : currentTarget.value.split('\n').slice(0, 50),
          })
        }
      />
      <NativeSelect
        label={t('calls.effect')}
        value={said.effect ?? ''}
        data={[
          { value: '', label: t('intake.notAsked') },
          ...businessEffects.map((value) => ({ value, label: t(`calls.effects.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({ effect: businessEffects.find((one) => one === value) ?? null })
        }
      />
      <TextInput
        label={t('intake.effectHow')}
        maxLength={2_000}
        value={said.effectHow}
        onChange={({ currentTarget }) => change({ effectHow: currentTarget.value })}
      />
      <Circumstances said={said} change={change} />
      <Files files={files} />
    </div>
  );
}

/** By when, before or after the purchase, and what for. */
function Circumstances({ said, change }: Pick<Taking, 'said' | 'change'>) {
  const { t } = useTranslation();
  return (
    <>
      <Deadline said={said} change={change} />
      <NativeSelect
        label={t('calls.stage')}
        value={said.stage ?? ''}
        data={[
          { value: '', label: t('intake.notAsked') },
          ...intakeStages.map((value) => ({ value, label: t(`calls.stages.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({ stage: intakeStages.find((one) => one === value) ?? null })
        }
      />
      <NativeSelect
        label={t('calls.purpose')}
        value={said.purpose ?? ''}
        data={[
          { value: '', label: t('intake.notAsked') },
          ...intakePurposes.map((value) => ({ value, label: t(`calls.purposes.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({ purpose: intakePurposes.find((one) => one === value) ?? null })
        }
      />
      <NativeSelect
        label={t('history.howAreThey')}
        value={said.mood ?? ''}
        data={[
          { value: '', label: t('intake.notAsked') },
          ...moods.map((value) => ({ value, label: t(`history.mood.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({ mood: moods.find((one) => one === value) ?? null })
        }
      />
    </>
  );
}

/** Their own deadline; half a date, and one that has passed, wait until it is a whole one ahead. */
function Deadline({ said, change }: Pick<Taking, 'said' | 'change'>) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [text, setText] = useState(said.deadline ? wallText(Date.parse(said.deadline), zone) : '');
  return (
    <TextInput
      type="datetime-local"
      label={t('intake.deadline')}
      description={zone.replaceAll('_', ' ')}
      min={wallText(serverNow(), zone)}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        const instant = value === '' ? null : instantOfWall(value, zone);
        if (value === '') change({ deadline: null });
        else if (instant !== null && instant > serverNow()) {
          change({ deadline: new Date(instant).toISOString() });
        }
      }}
    />
  );
}
