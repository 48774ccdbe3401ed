import type { Page } from 'playwright-core';

/** A customer, an organisation, a table of them, and how a call is taken down. */
export async function customers(page: Page, picture: (name: string) => Promise<void>) {
  const first = async (path: string) => {
    const { items } = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
    return items[0]!.id;
  };
  await page.goto(
    `/customers/${await first(`/api/customers?q=${encodeURIComponent('Мария')}&limit=1`)}`,
  );
  await page.locator('main dl').waitFor();
  await picture('known-customer');
  await page.goto(`/organisations/${await first('/api/organisations?limit=1')}`);
  await page.locator('main h1').waitFor();
  await picture('organisation');
  const jens = await first('/api/customers?q=jens&limit=1');
  await page.goto(`/cases/${await first(`/api/cases?customer=${jens}`)}/calls`);
  await page.locator('main ol li').waitFor();
  await picture('calls');
  await page.goto('/customers/table');
  await page.locator('main input[type=file]').setInputFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,mail,tier\nVera Lind,vera@lind.example,\nBo Ek,bo,None'),
  });
  await page.locator('main table').waitFor();
  await picture('customer-table');
}
