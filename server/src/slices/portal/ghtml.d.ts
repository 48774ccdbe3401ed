declare module 'ghtml' {
  /** HTML of a template; what is filled in is escaped, unless `!` stands before it. */
  export function html(literals: TemplateStringsArray, ...expressions: unknown[]): string;
}
