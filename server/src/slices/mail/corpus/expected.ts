import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What is to become of a message of the corpus: README.md in this folder says it in words. */
const expected = z.strictObject({
  about: z.string(),
  envelope: z.strictObject({
    from: z.string().optional(),
    to: z.array(z.string()).optional(),
  }),
  /** Begins a case that others of the corpus point at. */
  begins: z.enum(['open', 'closed']).optional(),
  outcome: z.enum(['opened', 'joined', 'set_aside', 'bounce', 'loop', 'duplicate']),
  reason: z.string().optional(),
  case: z.number().optional(),
  linked: z.number().optional(),
  sender: z.string().optional(),
  name: z.string().optional(),
  author: z.enum(['customer', 'participant', 'stranger']).optional(),
  subject: z.string().optional(),
  text: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
  said: z.string().optional(),
  quoted: z.array(z.string()).nullable().optional(),
  signature: z.array(z.string()).nullable().optional(),
  language: z.string().optional(),
  automatic: z.boolean().optional(),
  files: z
    .array(
      z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.number()])]),
    )
    .optional(),
  fileCount: z.number().optional(),
  participants: z.array(z.string()).optional(),
  utf8: z.boolean().optional(),
});
export type Expected = z.infer<typeof expected>;

/** A message of the corpus: its path below this folder without ending, its bytes, its outcome. */
export type Specimen = { path: string; raw: Buffer; expected: Expected };

/** All messages of the corpus, those first that others point at, the rest by name. */
export async function specimens(): Promise<Specimen[]> {
  const folder = import.meta.dirname;
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
  const all = await Promise.all(
    paths.toSorted().map(async (path) => ({
      path,
      raw: await readFile(join(folder, `${path}.eml`)),
      expected: expected.parse(JSON.parse(await readFile(join(folder, `${path}.json`), 'utf8'))),
    })),
  );
  const begins = ({ expected: { begins } }: Specimen) => (begins ? 0 : 1);
  return all.toSorted((a, b) => begins(a) - begins(b));
}
