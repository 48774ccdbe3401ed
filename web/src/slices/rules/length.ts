export const units = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof units)[number];

/** A length of time as it is written down: so many of a unit. */
export type Length = { count: number; unit: Unit };

const isoOf = { minutes: 'M', hours: 'H', days: 'D' } as const;

/** As ISO 8601 writes it. */
export function asDuration({ count, unit }: Length): string {
  return unit === 'days' ? `P${count}D` : `PT${count}${isoOf[unit]}`;
}

/** In the largest unit in which it is whole. */
export function lengthOf(duration: string): Length {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?.*)?$/.exec(duration) ?? [];
  const whole = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  if (whole % 60 !== 0) return { count: whole, unit: 'minutes' };
  const wholeHours = whole / 60;
  if (wholeHours === 0 || wholeHours % 24 !== 0) return { count: wholeHours, unit: 'hours' };
  return { count: wholeHours / 24, unit: 'days' };
}
