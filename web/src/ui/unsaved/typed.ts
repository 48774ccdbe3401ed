/** A form, as far as it matters here. */
type Form = { readonly isConnected: boolean };
/** A part of the page: what stands in it is asked about. */
type Part = { contains: (form: never) => boolean };

/**
 * Which forms hold what somebody typed and nobody kept: typed since the form came, and not saved since.
 * Forms that left the page are forgotten.
 */
export class Typed {
  /** Each form by when it was typed in last. */
  readonly #forms = new Map<Form, number>();
  /** What was begun when a form was sent, with the form, and when that was. */
  readonly #acts = new WeakMap<object, { form: Form; at: number }>();
  readonly #listeners = new Set<() => void>();
  #sending: Form | null = null;
  #clock = 0;

  readonly typedIn = (form: Form): void => {
    this.#forms.set(form, ++this.#clock);
    this.#tell();
  };

  /** From now on what is begun saves this form; null: no longer. */
  readonly sends = (form: Form | null): void => {
    this.#sending = form;
  };

  readonly begun = (act: object): void => {
    if (this.#sending) this.#acts.set(act, { form: this.#sending, at: this.#clock });
  };

  /** It was done: the form is saved, but for what was typed in it meanwhile. */
  readonly done = (act: object): void => {
    const sent = this.#acts.get(act);
    if (!sent || (this.#forms.get(sent.form) ?? 0) > sent.at) return;
    this.#forms.delete(sent.form);
    this.#tell();
  };

  /** Whether something is left to lose, on the page or in a part of it. */
  readonly isLeft = (within?: Part | null): boolean => this.#left(within).length > 0;

  /** Its writer gives it up. */
  readonly giveUp = (within?: Part | null): void => {
    for (const form of this.#left(within)) this.#forms.delete(form);
    this.#tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #left(within?: Part | null): Form[] {
    for (const form of this.#forms.keys()) if (!form.isConnected) this.#forms.delete(form);
    return [...this.#forms.keys()].filter((form) => !within || within.contains(form as never));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
