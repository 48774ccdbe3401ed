/** A part of the run: a title and lines that say what was measured. */
export function section(title: string): void {
  console.log(`\n${title}`);
}

/** One line: what, then the figures in columns. */
export function line(what: string, ...figures: string[]): void {
  console.log(`  ${what.padEnd(44)}${figures.map((figure) => figure.padStart(14)).join('')}`);
}

export function perSecond(rate: number): string {
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} /s`;
}

export function times(value: number): string {
  return `× ${value.toFixed(2)}`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
