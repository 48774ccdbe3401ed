/** A form, as far as it matters here. */
type Form = { readonly isConnected: boolean };
/** A part of the page: what stands in it is asked about. */
type Part = { contains: (form: never) => boolean };

/**
 * Which forms hold what somebody typed and nobody kept: typed since the form came, and not saved since,
 * nor taken back by hand. Forms that left the page are forgotten.
 */
export class Typed {
  readonly #read: (form: Form) => string;
  /** What stood in each form before anything was typed in it. */
  readonly #before = new WeakMap<Form, string>();
  /** Each form by when it was typed in last. */
  readonly #forms = new Map<Form, number>();
  /** What was begun when a form was sent, with the form, and when that was. */
  readonly #acts = new WeakMap<object, { form: Form; at: number }>();
  readonly #listeners = new Set<() => void>();
  #sending: Form | null = null;
  #clock = 0;

  /** @param read all that stands in a form */
  constructor(read: (form: never) => string) {
    this.#read = (form) => read(form as never);
  }

  /** Somebody is about to type in a form. */
  readonly touched = (form: Form): void => {
    if (!this.#forms.has(form)) this.#before.set(form, this.#read(form));
  };

  readonly typedIn = (form: Form): void => {
    this.#forms.set(form, ++this.#clock);
    this.#tell();
  };

  /** It was given up and is not: what stands in it was typed, whatever stood there at the last look. */
  readonly isBack = (form: Form): void => {
    this.#before.delete(form);
    this.typedIn(form);
  };

  /** From now on what is begun saves this form; null: no longer. */
  readonly sends = (form: Form | null): void => {
    this.#sending = form;
    // From then on what stood there before may no longer be what is kept.
    if (form) this.#before.delete(form);
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

  /** Whether anything was typed: it may be what stood there before, which only a look tells (`isLeft`). */
  readonly isTyped = (): boolean => this.#onPage().length > 0;

  /** Whether something is left to lose, on the page or in a part of it. */
  readonly isLeft = (within?: Part | null): boolean => this.#left(within).length > 0;

  /** Its writer gives it up. */
  readonly giveUp = (within?: Part | null): void => {
    for (const form of this.#left(within)) {
      this.#forms.delete(form);
      this.#before.delete(form);
    }
    this.#tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #left(within?: Part | null): Form[] {
    return this.#onPage().filter(
      (form) => (!within || within.contains(form as never)) && !this.#isAsBefore(form),
    );
  }

  #onPage(): Form[] {
    for (const form of this.#forms.keys()) if (!form.isConnected) this.#forms.delete(form);
    return [...this.#forms.keys()];
  }

  #isAsBefore(form: Form): boolean {
    const before = this.#before.get(form);
    return before !== undefined && before === this.#read(form);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
