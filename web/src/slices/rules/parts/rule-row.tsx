import type { TeamRule } from '@baton/contract';
import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { MoveButtons } from '../../topics/parts/move-buttons.tsx';
import { useSaving } from '../../topics/use-saving.ts';
import { changeRule } from '../doing.ts';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './rules.module.css';

type Props = {
  rule: TeamRule;
  place: number;
  isLast: boolean;
  isOpen: boolean;
  onOpen: () => void;
};

/** A rule in the list: what it says, whether it is in force, and what it did lately. */
export function RuleRow({ rule, place, isLast, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const moving = useSaving((by: number) => changeRule(rule.id, { place: place + by }), 'rules');
  const switching = useSaving(
    (active: boolean) => changeRule(rule.id, { active }, rule.version),
    'rules',
  );
  const error = moving.error ?? switching.error;
  return (
    <>
      <div className={styles.row}>
        <div className={styles.said}>
          <b>{rule.name}</b>
          <RuleSentence rule={rule} />
          {rule.broken.length > 0 && (
            <p className={styles.broken}>
              {t('teamRules.broken', {
                what: [...new Set(rule.broken.map(({ what }) => what))]
                  .map((what) => t(`teamRules.kind.${kindOf(what)}`))
                  .join(', '),
              })}
            </p>
          )}
          <small>
            {rule.team ? rule.team.name || t('teamRules.gone') : t('teamRules.company')}
            {' · '}
            {t('teamRules.acted', { count: rule.acted })}
          </small>
        </div>
        {rule.mayChange && (
          <div className={styles.acts}>
            <Switch
              checked={rule.active}
              disabled={switching.isPending}
              aria-label={t('teamRules.inForce', { name: rule.name })}
              onChange={(event) => switching.mutate(event.currentTarget.checked)}
            />
            <MoveButtons isFirst={place === 0} isLast={isLast} onMove={(by) => moving.mutate(by)} />
            <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={onOpen}>
              {t('teamRules.change')}
            </Button>
          </div>
        )}
      </div>
      {error && <ProblemNote error={error} />}
    </>
  );
}

const kinds = ['team', 'topic', 'agent', 'brand', 'channel', 'question', 'reason'] as const;

function kindOf(what: string): (typeof kinds)[number] {
  return kinds.find((kind) => what.startsWith(kind)) ?? 'reason';
}
