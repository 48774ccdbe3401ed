import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './first-load.ts';

/** The server that `npm run dev` talks to. */
const server = process.env['BATON_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), firstLoad(250_000)],
  server: { host: '127.0.0.1', proxy: { '/api': { target: server } } },
  build: {
    target: 'es2023',
    // Fonts and pictures stay files: the policy allows no data: addresses.
    assetsInlineLimit: 0,
    sourcemap: false,
    // What every page needs is one file (and its styles one): a hundred small ones, split by who else
    // needs them, are 25 kB more when packed.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
