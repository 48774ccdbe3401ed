import { expect, test } from 'vitest';
import { testDeps, testFolder } from '../../test/deps.ts';
import { checkStorageId } from './storage-id.ts';

test('a database takes the first store, knows it again, and refuses another', async () => {
  const { db } = await testDeps();
  const [own, other] = [await testFolder(), await testFolder()];
  await checkStorageId(db, own);
  await checkStorageId(db, own);
  await expect(checkStorageId(db, other)).rejects.toThrow('lie in another folder');
});
