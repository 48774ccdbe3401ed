import pg from 'pg';

/** Writes the whole index of the search, as Baton itself fills it after an upgrade, but at once. */
export async function indexForSearch(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`insert into baton.search_customers
    select id, baton.search_customer_words(id) from baton.customers on conflict do nothing`);
  await client.query('drop index baton.search_documents_words');
  await client.query('truncate baton.search_documents');
  await client.query(`insert into baton.search_documents
    select b.* from baton.cases c, baton.search_built(c.id) b`);
  await client.query("set maintenance_work_mem = '256MB'");
  await client.query(`create index search_documents_words on baton.search_documents using gin (words)
    with (gin_pending_list_limit = 512)`);
  await client.query('vacuum analyze');
  await client.end();
}
