const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in bytes as people read it: "214 kB", "1.2 MB". */
export function fileSize(bytes: number, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  const options = { style: 'unit', unit: units[step], unitDisplay: 'short' } as const;
  const digits = step > 1 && value < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(language, { ...options, maximumFractionDigits: digits });
  return format.format(value);
}
