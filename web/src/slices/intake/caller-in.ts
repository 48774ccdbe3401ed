/** Who calls, as the address says it: `/intake?phone=%2B40721…`, or with the customer's id. */
export type Caller = { phone?: string; customer?: string };

/**
 * Reads who calls. A telephone system puts the number as it has it: as a figure, with `tel:` before
 * it, or with a plus that an address takes for a space.
 */
export function callerIn({ phone, customer }: Record<string, unknown>): Caller {
  const written =
    typeof phone === 'number' ? String(phone) : typeof phone === 'string' ? phone : '';
  const number = written
    .replace(/^tel:/i, '')
    .replace(/^ +(?=\d)/, '+')
    .trim();
  return {
    ...(/^[+0-9 ()./-]{3,40}$/.test(number) ? { phone: number } : {}),
    ...(typeof customer === 'string' ? { customer } : {}),
  };
}
