import { languages, type Language } from '@baton/contract';
import type { Ctx } from '../../platform/context.ts';
import { createTopicRule } from '../cases/index.ts';
import { changeHelpChain, createTopic, putTopicQuestions } from '../people/index.ts';
import { topics } from './company.ts';
import type { Colleague, FoundTeam } from './colleague.ts';
import { type Talk, words } from './words/index.ts';

export type FoundTopics = {
  /** The topics of each group, by its name. */
  groups: Map<string, string>;
  /** The topic of each thing that customers write about. */
  byTalk: Map<Talk, string>;
};

const serialNumber: Record<Language, string> = {
  en: 'Number on the plate',
  ro: 'Numărul de pe etichetă',
  hu: 'A címkén lévő szám',
  zh: '铭牌编号',
  ru: 'Номер на табличке',
  da: 'Nummeret på skiltet',
};
const orderNumber: Record<Language, string> = {
  en: 'Number of the order',
  ro: 'Numărul comenzii',
  hu: 'A rendelés száma',
  zh: '订单号',
  ru: 'Номер заказа',
  da: 'Ordrenummer',
};

/** The tree of topics with their teams, urgency, questions, advisers, and rules that choose them. */
export async function foundTopics(
  ctx: Ctx,
  { people, teams }: { people: Colleague[]; teams: Map<string, FoundTeam> },
): Promise<FoundTopics> {
  const found: FoundTopics = { groups: new Map(), byTalk: new Map() };
  for (const { name, team, talk } of topics) {
    const lead = people.find((one) => one.team === team)!.id;
    const group = await createTopic(ctx, {
      name,
      parent: null,
      team: teams.get(team)!.id,
      urgency: null,
      responsible: lead,
    });
    found.groups.set(name, group);
    const labels = name === 'Appliances' ? serialNumber : name === 'Orders' ? orderNumber : null;
    if (labels) {
      await putTopicQuestions(ctx, group, [{ kind: 'text', required: true, labels, choices: [] }]);
    }
    for (const { key, name: own, urgency } of talk) {
      const fields = { name: own, parent: group, team: null, urgency, responsible: null };
      const topic = await createTopic(ctx, fields);
      found.byTalk.set(key, topic);
      await changeHelpChain(ctx, topic, advisers(people, name));
      await createTopicRule(ctx, {
        name: own,
        topic,
        active: true,
        conditions: {
          wordsIn: 'subject',
          words: languages.flatMap((language) => words[language].talk[key].words),
        },
      });
    }
  }
  return found;
}

/** Two specialists who are asked first. */
function advisers(people: Colleague[], group: string): string[] {
  const technical = group === 'Appliances' || group === 'App and account';
  const team = technical ? 'Technical specialists' : 'Order and money specialists';
  return people
    .filter((one) => one.team === team)
    .flatMap(({ id }, place) => (place < 2 ? id : []));
}
