import pg from 'pg';
import { sql, CompiledQuery } from 'kysely';
import { startBenchPostgres } from './postgres.ts';
import { environmentOn } from './processes.ts';
import { found, withDeps } from './founding.ts';
import { runCommand } from '../server/src/platform/db.ts';
import { baton } from '../server/src/kernel/actor.ts';
import { openCase } from '../server/src/slices/cases/index.ts';
import { customerForAddress } from '../server/src/slices/customers/index.ts';
import { newId } from '../server/src/platform/ids.ts';
const p = await startBenchPostgres();
const url = await p.database();
const env = environmentOn(p, url);
await found(env, [4, 2, 1]);
try {
await withDeps(env, async (deps) => {
  const one = async (i: number) => runCommand(deps, baton, async (ctx) => {
    const customerId = await customerForAddress(ctx, { address: `a${i}@x.example`, name: 'A' });
    return openCase(ctx, { customerId, subject: 'S', receipt: true, participants: [{ address: `a${i}@x.example`, role: 'customer' }],
      message: { id: newId(), direction: 'in', kind: 'mail', author: { kind: 'customer', id: customerId, name: 'A', address: 'a@x.example' }, subject: 'S', text: 'you have charged me twice '.repeat(40), quoted: null, htmlSha256: null, language: 'en', automatic: false, inboundId: null, files: [] } });
  });
  for (let i = 0; i < 300; i++) await one(i);
  // capture the CTE
  let captured: { sql: string; parameters: readonly unknown[] } | null = null;
  const K = Object.getPrototypeOf(deps.db);
  const orig = pg.Client.prototype.query;
  (pg.Client.prototype as any).query = function (t: any, v: any, ...r: any[]) {
    if (typeof t === 'string' && t.includes('fresh_cases')) captured = { sql: t, parameters: v };
    return (orig as any).call(this, t, v, ...r);
  };
  await one(1000);
  (pg.Client.prototype as any).query = orig;
  const c = new pg.Client({ connectionString: url }); await c.connect();
  const fresh = () => captured!.parameters.map((x) => typeof x === 'string' ? x.replaceAll(JSON.parse(captured!.parameters.find((y) => typeof y === 'string' && y.includes('first_reply_due')) as string)[0].id, nid).replaceAll(mid(captured!.parameters), nmid) : x);
  const mid = (ps: readonly unknown[]) => JSON.parse(ps.find((y) => typeof y === 'string' && y.includes('author_kind')) as string)[0].id;
  let nid = '', nmid = '';
  const N = 200;
  const time = async (label: string, f: () => Promise<unknown>) => { const t = performance.now(); for (let i = 0; i < N; i++) await f(); console.log(label, ((performance.now() - t) / N).toFixed(3), 'ms'); };
  for (let k = 0; k < 2; k++) {
  await time('unnamed CTE (rolled back)', async () => { nid = newId(); nmid = newId(); await c.query('begin'); await c.query(captured!.sql, fresh() as any); await c.query('rollback'); });
  await time('named CTE (rolled back)', async () => { nid = newId(); nmid = newId(); await c.query('begin'); await c.query({ name: 'x', text: captured!.sql, values: fresh() as any }); await c.query('rollback'); });
  await time('begin rollback', async () => { await c.query('begin'); await c.query('rollback'); });
  }
  nid = newId(); nmid = newId();
  await c.query('begin');
  const r = await c.query('explain (analyze, buffers, verbose off) ' + captured!.sql, fresh() as any);
  console.log(r.rows.map((x) => x['QUERY PLAN']).join('\n'));
  await c.query('rollback');
  console.log(captured!.sql.slice(0, 3000));
  await c.end();
});
} finally { await p.stop(); }
process.exit(0);
