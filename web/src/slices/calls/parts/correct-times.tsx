import type { Call } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { instantOfWall, wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { changeCall } from '../queries.ts';
import { useCallAct } from '../use-call.ts';
import styles from './calls.module.css';

/** Each time of a call, to be put right to the minute; what is not touched stays to the second. */
export function CorrectTimes({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const was = call.marks.map(({ at }) => wallText(Date.parse(at), zone));
  const [texts, setTexts] = useState(was);
  const times = call.marks.map(({ at }, place) => {
    if (texts[place] === was[place]) return at;
    const instant = instantOfWall(texts[place]!, zone);
    return instant === null ? null : new Date(instant).toISOString();
  });
  const saving = useCallAct(() =>
    changeCall(call.id, { times: times.flatMap((time) => time ?? []) }),
  );
  return (
    <form
      className={styles.correct}
      onSubmit={(event) => {
        event.preventDefault();
        if (!times.includes(null)) saving.mutate(undefined, { onSuccess: onDone });
      }}
    >
      {call.marks.map(({ kind, pressedAt }, place) => (
        <TextInput
          key={kind + pressedAt}
          size="xs"
          type="datetime-local"
          label={t(`calls.mark.${kind}`)}
          value={texts[place]}
          onChange={({ currentTarget: { value } }) =>
            setTexts((before) => before.map((one, at) => (at === place ? value : one)))
          }
        />
      ))}
      <Button type="submit" size="xs" loading={saving.isPending} disabled={times.includes(null)}>
        {t('calls.keepTimes')}
      </Button>
      {saving.error && <ProblemNote error={saving.error} />}
    </form>
  );
}
