const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in bytes as people read it: "214 kB", "1.2 MB". */
export function fileSize(bytes: number, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  // Short, some languages have no plural for a few bytes ("14 byte").
  const unitDisplay = step === 0 ? 'long' : 'short';
  const options = { style: 'unit', unit: units[step], unitDisplay } as const;
  const digits = step > 1 && value < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(language, { ...options, maximumFractionDigits: digits });
  return format.format(value);
}
