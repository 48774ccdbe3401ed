import { Refusal } from '../api/refusal.ts';

/** How long nothing more is typed before it is kept, and before it is tried again. */
const restMs = 500;
const againMs = 4_000;

export type Keeping = 'kept' | 'keeping' | 'notKept';

export type Shown<Fields> = { edits: Partial<Fields>; state: Keeping; error: unknown };

/** What is typed in one form, on its way to the server. */
export class Keeper<Fields extends object> {
  #shown: Shown<Fields> = { edits: {}, state: 'kept', error: null };
  #pending: Partial<Fields> = {};
  #running: Promise<void> = Promise.resolve();
  #timer: number | undefined;
  #save: (change: Partial<Fields>) => Promise<unknown> = () => Promise.resolve();
  readonly #show: (shown: Shown<Fields>) => void;

  constructor(show: (shown: Shown<Fields>) => void) {
    this.#show = show;
  }

  saveBy(save: (change: Partial<Fields>) => Promise<unknown>): void {
    this.#save = save;
  }

  readonly change = (fields: Partial<Fields>): void => {
    this.#pending = { ...this.#pending, ...fields };
    this.#tell({ edits: { ...this.#shown.edits, ...fields }, state: 'keeping' });
    this.#keepIn(restMs);
  };

  /**
   * Keeps at once what is not kept yet: before something is done after which nothing can be kept.
   * @throws what kept it from being kept
   */
  readonly keepNow = async (): Promise<void> => {
    await this.flush();
    if (this.#shown.state === 'notKept') throw this.#shown.error;
  };

  /** Keeps at once what is not kept yet; resolves when that was tried. */
  readonly flush = (): Promise<void> => {
    window.clearTimeout(this.#timer);
    const before = this.#running;
    this.#running = (async () => {
      await before;
      await this.#keep();
    })();
    return this.#running;
  };

  async #keep(): Promise<void> {
    const change = this.#pending;
    if (Object.keys(change).length === 0) return;
    this.#pending = {};
    try {
      await this.#save(change);
      const all = Object.keys(this.#pending).length === 0;
      this.#tell({ error: null, ...(all ? { state: 'kept' as const } : {}) });
    } catch (error) {
      // What was typed meanwhile is newer.
      this.#pending = { ...change, ...this.#pending };
      this.#tell({ error, state: 'notKept' });
      // What was refused is refused again, until it is typed otherwise.
      if (!(error instanceof Refusal) || error.passing) this.#keepIn(againMs);
    }
  }

  #keepIn(ms: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), ms);
  }

  #tell(part: Partial<Shown<Fields>>): void {
    this.#shown = { ...this.#shown, ...part };
    this.#show(this.#shown);
  }
}
