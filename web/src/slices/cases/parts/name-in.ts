/** Those whose names are asked for, and whether they are still on their way. */
type Asked = { data: { id: string; name: string }[] | undefined; isPending: boolean };

/** A name by its id; until they have come nothing is claimed of whose it is. */
export function nameIn({ data, isPending }: Asked, id: string, none: string): string {
  if (isPending) return '…';
  return data?.find((one) => one.id === id)?.name ?? none;
}
