import {
  type NoticeChoices,
  type NoticeChoicesChange,
  type NoticeGroup,
  noticeGroups,
  noticeWays,
  type OwnNoticeChoices,
} from '@baton/contract';
import { NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WayCell } from './way-cell.tsx';
import styles from './choices.module.css';

type Props = {
  holds: NoticeChoices;
  /** What of it one chose oneself; missing where nothing else holds. */
  own?: OwnNoticeChoices['own'];
  onChange: (change: NoticeChoicesChange) => void;
};

/** What is told by which way, when, and how long mail is gathered; each change is kept at once. */
export function ChoicesFields({ holds, own, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('noticeChoices.what')}</th>
            {noticeWays.map((way) => (
              <th key={way} scope="col">
                {t(`noticeChoices.way.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {noticeGroups.map((group) => (
            <GroupRow key={group} group={group} holds={holds} own={own} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{t('noticeChoices.signIn')}</p>
      <Switch
        className={styles.field}
        label={t('noticeChoices.onlyAtWork')}
        description={t('noticeChoices.onlyAtWorkHow')}
        checked={holds.onlyAtWork}
        onChange={(event) => onChange({ onlyAtWork: event.currentTarget.checked })}
      />
      <Gather value={holds.gather} onChange={(gather) => onChange({ gather })} />
    </>
  );
}

type RowProps = {
  group: NoticeGroup;
  holds: NoticeChoices;
  own: Props['own'];
  onChange: Props['onChange'];
};

function GroupRow({ group, holds, own, onChange }: RowProps) {
  const { t } = useTranslation();
  const name = t(`noticeChoices.group.${group}`);
  return (
    <tr>
      <th scope="row">
        {name}
        <p>{t(`noticeChoices.about.${group}`)}</p>
      </th>
      {noticeWays.map((way) => (
        <WayCell
          key={way}
          label={t('noticeChoices.cell', { group: name, way: t(`noticeChoices.way.${way}`) })}
          checked={holds.groups[group][way]}
          isOwn={own?.groups[group]?.[way] !== undefined}
          onChange={(is) => onChange({ groups: { [group]: { [way]: is } } })}
        />
      ))}
    </tr>
  );
}

const lengths = ['PT1M', 'PT15M', 'PT1H', 'PT4H'] as const;

function Gather({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const known = lengths.map((length) => ({
    value: length as string,
    label: t(`noticeChoices.length.${length}`),
  }));
  // One that was chosen by the API stays, as it is written there.
  const others = lengths.some((length) => length === value) ? [] : [{ value, label: value }];
  return (
    <NativeSelect
      className={styles.field}
      label={t('noticeChoices.gather')}
      description={t('noticeChoices.gatherHow')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...known, ...others]}
    />
  );
}
