import type { Ctx } from '../../../platform/context.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { brandById, companyDefaults } from '../../people/index.ts';
import { commonPasswords } from '../common-passwords.ts';
import { isWeak } from '../rules/weak-password.ts';

/** @throws Problem weak_password when it is easy to guess, for anybody or for who knows the person */
export async function refuseWeakPassword(
  { tx }: Ctx,
  person: { name: string; email: string },
  password: string,
): Promise<void> {
  const { defaultBrandId } = await companyDefaults(tx);
  const company = (await brandById(tx, defaultBrandId))?.name ?? '';
  const common = await commonPasswords();
  const { name, email } = person;
  if (!isWeak(password, { name, email, company }, (candidate) => common.has(candidate))) return;
  throw new Problem('weak_password', {
    detail:
      'This password is too easy to guess. Choose another one, for example four words that have ' +
      'nothing to do with each other.',
    errors: [fieldRefusal('password', 'easy_password')],
  });
}
