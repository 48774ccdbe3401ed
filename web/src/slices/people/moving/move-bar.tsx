import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { levelsQuery } from '../queries.ts';
import styles from './moving.module.css';
import {
  type Carried,
  noTeam,
  type Outcome,
  outcomeOf,
  type Standing,
  type Target,
  targetsOf,
  top,
} from './outcome.ts';

type Props = {
  carried: Carried | null;
  place: { name: string; level: number } | null;
  target: Target | null;
  standing: Standing;
  drags: boolean;
  /** The last word, while nothing is carried. */
  said: string;
  error: unknown;
  isPutting: boolean;
  onChoose: (target: Target | null) => void;
  onPutDown: (target: Target) => void;
  onCancel: () => void;
};

/** What is carried, where it would go, and what would come of it: seen below, and said. */
export function MoveBar({ carried, place, target, standing, ...props }: Props) {
  const { t } = useTranslation();
  const title = useId();
  useEffect(() => {
    if (target && !props.drags) {
      document.querySelector(`[data-target="${target}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [target, props.drags]);
  const outcome = carried && target !== null ? outcomeOf(carried, target, standing) : null;
  const can = outcome !== null && 'change' in outcome;
  return (
    <section
      className={styles.bar}
      data-shown={carried !== null || undefined}
      aria-labelledby={title}
    >
      <div className={styles.says}>
        <b id={title}>{place && t('moving.title', { name: place.name })}</b>
        <p role="status" data-refused={outcome !== null && !can ? true : undefined}>
          {outcome ? (
            <Saying outcome={outcome} />
          ) : (
            <span className={styles.said}>{props.said}</span>
          )}
        </p>
        {props.error !== null && place && <WhyNot error={props.error} place={place} />}
      </div>
      {carried && !props.drags && (
        <form
          data-loses-nothing
          className={styles.choice}
          onSubmit={(event) => {
            event.preventDefault();
            if (target !== null) props.onPutDown(target);
          }}
        >
          <Where
            carried={carried}
            target={target}
            standing={standing}
            onChoose={props.onChoose}
            onPutDown={() => target !== null && props.onPutDown(target)}
          />
          <Button type="submit" disabled={!can} loading={props.isPutting}>
            {t('moving.put')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('shell.cancel')}
          </Button>
        </form>
      )}
    </section>
  );
}

/** What would come of it, or why it cannot be. */
function Saying({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  if ('refused' in outcome) return t(`moving.why.${outcome.refused.key}`, outcome.refused.values);
  const { act, besides } = outcome;
  const words = [
    t(`moving.act.${act.key}`, act.values),
    ...besides.map((key) => t(`moving.besides.${key}`, act.values)),
  ];
  return words.join(' ');
}

/** The server refused; of what it alone knows, its own words are in English only. */
function WhyNot({ error, place }: { error: unknown; place: { name: string; level: number } }) {
  const { i18n, t } = useTranslation();
  const ofTeam = place.level > 0 && isRefusal(error, 'still_in_use');
  if (!ofTeam || i18n.language === 'en') return <ProblemNote error={error} />;
  return (
    <p role="alert" data-refused>
      {t('moving.why.hasCases', place)}
    </p>
  );
}

type WhereProps = {
  carried: Carried;
  target: Target | null;
  standing: Standing;
  onChoose: (target: Target | null) => void;
  onPutDown: () => void;
};

/** All places where it could go, by level from the top down. */
function Where({ carried, target, standing, onChoose, onPutDown }: WhereProps) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const places = targetsOf(carried, standing);
  const isTeam = carried.kind === 'team';
  const groups = levels.toReversed().map(({ id, name }) => ({
    group: t('moving.level', { level: id, name }),
    items: standing.teams
      .filter((team) => team.level === id && places.includes(team.id))
      .map((team) => ({
        value: team.id,
        label: isTeam ? t('moving.passUpTo', { team: team.name }) : team.name,
      })),
  }));
  return (
    <NativeSelect
      className={styles.where}
      aria-label={t('moving.where')}
      autoFocus
      value={target ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onPutDown();
      }}
      data={[
        { value: '', label: t('moving.where') },
        ...(places.includes(top) ? [{ value: top, label: t('moving.top') }] : []),
        ...groups.filter(({ items }) => items.length > 0),
        ...(places.includes(noTeam) ? [{ value: noTeam, label: t('moving.noTeam') }] : []),
      ]}
    />
  );
}
