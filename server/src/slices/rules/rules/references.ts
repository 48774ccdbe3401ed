import type { RuleAct, RuleCondition, RuleIf } from '@baton/contract';

export type ReferenceKind =
  | 'team'
  | 'topic'
  | 'agent'
  | 'brand'
  | 'channel'
  | 'question'
  | 'reason_up'
  | 'reason_across';

/** Something that a rule names by its id, and where. */
export type Reference = { path: string; kind: ReferenceKind; id: string };

/** Everything that a rule names: it has to be there, and in use, for the rule to act. */
export function referencesOf(rule: {
  teamId: string | null;
  if: RuleIf;
  acts: RuleAct[];
}): Reference[] {
  const scope: Reference[] = rule.teamId ? [{ path: 'team', kind: 'team', id: rule.teamId }] : [];
  const conditions = rule.if.of.flatMap((one, place) =>
    'field' in one
      ? ofCondition(one, `if.of.${place}`)
      : one.of.flatMap((leaf, inner) => ofCondition(leaf, `if.of.${place}.of.${inner}`)),
  );
  return [
    ...scope,
    ...conditions,
    ...rule.acts.flatMap((act, place) => ofAct(act, `acts.${place}`)),
  ];
}

function ofCondition(one: RuleCondition, path: string): Reference[] {
  switch (one.field) {
    case 'team':
    case 'topic':
    case 'brand':
    case 'channel': {
      const kind = one.field;
      return one.in.flatMap((id, place) => (id ? [{ path: `${path}.in.${place}`, kind, id }] : []));
    }
    case 'fact':
      return [{ path: `${path}.question`, kind: 'question', id: one.question }];
    default:
      return [];
  }
}

function ofAct(act: RuleAct, path: string): Reference[] {
  switch (act.do) {
    case 'set_topic':
      return [{ path: `${path}.topic`, kind: 'topic', id: act.topic }];
    case 'add_follower':
    case 'tell':
    case 'ask_task':
      return ['owner', 'lead'].includes(act.who)
        ? []
        : [{ path: `${path}.who`, kind: 'agent', id: act.who }];
    case 'hand_across':
      return [
        { path: `${path}.team`, kind: 'team', id: act.team },
        ...ofReason(act.reason, path, 'reason_across'),
      ];
    case 'pass_up':
      return ofReason(act.reason, path, 'reason_up');
    default:
      return [];
  }
}

/** One of the company's own reasons has an id; those that Baton brings along are always there. */
function ofReason(reason: string, path: string, kind: ReferenceKind): Reference[] {
  return /^[0-9a-f]{8}-/i.test(reason) ? [{ path: `${path}.reason`, kind, id: reason }] : [];
}
