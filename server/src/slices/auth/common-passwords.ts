let loading: Promise<ReadonlySet<string>> | null = null;

/**
 * Some fifty thousand passwords that people often choose, in lower case. They lie beside the code:
 * nothing is asked of anybody outside. Read when they are first needed.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return loading;
}
