// Run by a test as a process of its own: holds the embedded database until it is killed.
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';

const [dataDir = '', asServer] = process.argv.slice(2);
const log = { info: () => {}, error: () => {} };
await startEmbeddedPostgres({ dataDir, log, asServer: asServer === 'true' });
process.send?.('ready');
