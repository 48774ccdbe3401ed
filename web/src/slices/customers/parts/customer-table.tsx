import type { Customer } from '@baton/contract';
import type { ComponentProps } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
import { useViewer } from '../../../ui/viewer.tsx';
import { money } from '../money.ts';

type List = ComponentProps<typeof ListTable>['list'];

/** Customers one below the other, with how to reach them and what they are worth a year. */
export function CustomerTable({
  list,
  rows,
  none,
}: {
  list: List;
  rows: Customer[];
  none: string;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const heads = ['name', 'organisation', 'reach', 'tier', 'value'] as const;
  return (
    <ListTable list={list} heads={heads.map((head) => t(`customers.${head}`))} none={none}>
      {rows.map(({ id, name, organisation, identities, tier, value }) => (
        <tr key={id}>
          <th scope="row">
            <Link to="/customers/$customerId" params={{ customerId: id }}>
              {name}
            </Link>
          </th>
          <td>
            {organisation && (
              <Link
                to="/organisations/$organisationId"
                params={{ organisationId: organisation.id }}
              >
                {organisation.name}
              </Link>
            )}
          </td>
          <td>{identities[0]?.value}</td>
          <td>{tier?.name}</td>
          <td className="figures">
            {value && money(value.yearlyCents, value.currency, viewer.language)}
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
