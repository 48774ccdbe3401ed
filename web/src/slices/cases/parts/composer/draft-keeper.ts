import { newKey } from '../../../../api/new-key.ts';
import { isRefusal, Refusal } from '../../../../api/refusal.ts';
import { draftsChanged } from '../drafts/drafts-changed.ts';
import { type DraftPlace, foundDraft, putDraft, removeDraft } from './draft-api.ts';
import {
  type Draft,
  draftOf,
  emptyDraft,
  isEmpty,
  placeOf,
  readDraft,
  saysSame,
  sinceSent,
} from './draft.ts';
import { Sending } from './sending.ts';

/** How long after the last letter it goes to the server. */
const afterMs = 500;
/** How long until it is tried again, where the server could not be reached. */
const againMs = 4_000;

export type Keeping = {
  draft: Draft;
  /**
   * `here`: the server cannot be reached, this browser has it; `refused`: the server does not take it,
   * this browser has it; `nowhere`: not even that.
   */
  kept: 'server' | 'here' | 'refused' | 'nowhere';
  /** What stands at the server instead: written, or null: sent, on another device. */
  conflict: { theirs: Draft | null } | null;
  /** Counts what came from elsewhere, so that the field shows it. */
  taken: number;
  /** Whether the server has a draft, this one or an earlier. */
  stands: boolean;
};

type Found = Awaited<ReturnType<typeof foundDraft>>;

/**
 * Keeps one draft: at each change in this browser, shortly after at the server, until it is sent.
 * Goes on when its form is closed, so that turning to something else loses nothing.
 */
export class DraftKeeper {
  readonly #place: DraftPlace;
  readonly #listeners = new Set<() => void>();
  #now: Keeping;
  #version: number;
  #dirty: boolean;
  #sending: Sending | null = null;
  /** The draft at the server is gone, perhaps with what was sent: the next answer tells. */
  #ended = false;
  /** What was on its way when an answer was lost: the server may have it. */
  #unsure = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  constructor(place: DraftPlace) {
    this.#place = place;
    const local = readDraft(localStorage.getItem(this.#key));
    this.#dirty = local !== null;
    this.#version = local?.version ?? 0;
    const draft = local?.draft ?? emptyDraft();
    // The page may have been closed while it was on its way.
    if (local) this.#unsure.add(draft.key);
    const kept = local ? 'here' : 'server';
    this.#now = { draft, kept, conflict: null, taken: 0, stands: this.#version > 0 };
  }

  get #key(): string {
    return placeOf(this.#place.agent, this.#place.caseId, this.#place.kind);
  }

  readonly snapshot = (): Keeping => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks what the server keeps; what was typed meanwhile is never overwritten by it. */
  async load(): Promise<void> {
    if (this.#saving || this.#now.conflict) return;
    const before = this.#version;
    const found = await foundDraft(this.#place);
    // What was kept or sent meanwhile is newer than this answer.
    if (this.#saving || this.#now.conflict || this.#version !== before) return;
    if (found === undefined) {
      if (this.#dirty || this.#listeners.size > 0) this.#later(() => void this.load(), againMs);
    } else if (this.#mayBeSent(found)) return;
    else if (this.#dirty) this.#meet(found);
    else if ((found?.version ?? 0) !== before) this.#takeOver(found);
  }

  readonly change = (how: (before: Draft) => Partial<Draft>): void => {
    const before = this.#now.draft;
    const draft = { ...before, ...how(before), key: newKey() };
    // Whoever begins anew has not begun with it.
    if (isEmpty(draft)) draft.template = null;
    this.#dirty = true;
    const here = this.#keepHere(draft);
    const kept = here ? (this.#now.kept === 'nowhere' ? 'here' : this.#now.kept) : 'nowhere';
    this.#tell({ draft, kept });
    this.#soon(afterMs);
  };

  /**
   * Waits until nothing is under way; gives the version that the server has, for what is sent now, and
   * whether the draft is gone there, perhaps with the last try.
   * What is sent once more with the same key is the same to the last number.
   * @param draft as it is sent
   */
  async settle(draft: Draft): Promise<{ version: number; ended: boolean }> {
    clearTimeout(this.#timer);
    await this.#saving;
    clearTimeout(this.#timer);
    const isAgain = this.#sending?.draft.key === draft.key;
    const before = isAgain ? this.#sending?.again() : null;
    this.#sending = before ?? new Sending(draft, this.#version);
    return { version: this.#sending.version, ended: this.#ended };
  }

  /** It was not sent, as far as is known: it is a draft still. */
  resume(error: unknown): void {
    this.#sending?.failed(error);
    if (this.#ended && !this.#mayBeSent(null)) this.#clash(null);
    else if (this.#dirty) this.#soon(afterMs);
  }

  /** It was sent, and the draft at the server is gone with it; what was typed since stays. */
  async sent(): Promise<void> {
    clearTimeout(this.#timer);
    const left = this.#version;
    const went = this.#sending;
    this.#sending = null;
    const isLeft = left > 0 && left !== went?.version;
    const since = went && sinceSent(this.#now.draft, went.draft);
    const draft = { ...emptyDraft(), ...since };
    const goesOn = !isEmpty(draft);
    this.#take(draft, goesOn && isLeft ? left : 0);
    if (goesOn) this.change(() => ({}));
    // Kept once more after a try whose answer was lost.
    else if (isLeft) await removeDraft(this.#place, left).catch(() => this.load());
  }

  /** Of two devices: what the other one wrote. */
  readonly takeTheirs = (): void => this.#take(this.#now.conflict?.theirs ?? null, this.#version);

  /** Of two devices: what stands in this field. */
  readonly keepMine = (): void => {
    this.#ended = false;
    this.#tell({ conflict: null });
    this.#soon(0);
  };

  /** The page may be closed any moment. */
  readonly hurry = (): void => {
    if (this.#dirty) void this.#save(true);
  };

  /** Its writer leaves: done when the server has it, or cannot take it. */
  readonly keep = async (): Promise<void> => {
    await this.#saving;
    await this.#save(false);
  };

  /** The line is back. */
  readonly retry = (): void => {
    if (this.#dirty) this.#soon(0);
  };

  #take(draft: Draft | null, version: number): void {
    this.#version = version;
    this.#dirty = false;
    this.#ended = false;
    this.#unsure.clear();
    localStorage.removeItem(this.#key);
    const taken = this.#now.taken + 1;
    this.#tell({ draft: draft ?? emptyDraft(), kept: 'server', conflict: null, taken });
  }

  #takeOver(found: Found): void {
    this.#take(found ? draftOf(found) : null, found?.version ?? 0);
  }

  /** Something else may stand at the server than that on which this was written. */
  #meet(found: Found): void {
    const version = found?.version ?? 0;
    if (version === this.#version) return this.#soon(0);
    if (this.#mayBeSent(found)) return undefined;
    this.#version = version;
    const mine = this.#now.draft;
    // It was this device that wrote it; only the answer was lost.
    if (found?.mark && this.#unsure.has(found.mark)) {
      if (found.mark === mine.key) this.#arrived(mine);
      else this.#soon(0);
      return undefined;
    }
    const theirs = found ? draftOf(found) : null;
    if (theirs ? saysSame(mine, theirs) : isEmpty(mine)) return this.#take(theirs, version);
    return this.#clash(theirs);
  }

  #mayBeSent(found: Found): boolean {
    const mayBe = !found && this.#sending?.mayHaveEnded(this.#now.draft) === true;
    if (mayBe && this.#version > 0) this.#ended = true;
    return mayBe && this.#version > 0;
  }

  #clash(theirs: Draft | null): void {
    if (!theirs) this.#version = 0;
    this.#tell({ conflict: { theirs } });
  }

  #later(act: () => void, ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
  }

  #soon(ms: number): void {
    this.#later(() => void this.#save(false), ms);
  }

  async #save(lasting: boolean): Promise<void> {
    if (this.#saving || this.#now.conflict || !this.#dirty) return this.#saving ?? undefined;
    const { draft } = this.#now;
    // A draft beside it would be left over once it has arrived.
    if (!lasting && this.#sending?.carries(draft)) return undefined;
    this.#saving = this.#send(draft, lasting).finally(() => {
      this.#saving = null;
    });
    await this.#saving;
    if (this.#dirty && this.#now.draft !== draft && !this.#now.conflict) this.#soon(afterMs);
  }

  async #send(draft: Draft, lasting: boolean): Promise<void> {
    this.#unsure.add(draft.key);
    try {
      if (!isEmpty(draft)) {
        this.#version = await putDraft(this.#place, draft, this.#version, lasting);
      } else if (this.#version > 0) {
        await removeDraft(this.#place, this.#version);
        this.#version = 0;
      }
      this.#arrived(draft);
    } catch (error) {
      await this.#failed(error);
    }
  }

  /** The server has it. */
  #arrived(draft: Draft): void {
    this.#unsure.clear();
    if (this.#now.draft === draft) {
      this.#dirty = false;
      localStorage.removeItem(this.#key);
    } else this.#keepHere(this.#now.draft);
    this.#tell({ kept: 'server' });
  }

  async #failed(error: unknown): Promise<void> {
    if (isRefusal(error, 'stale_version') || isRefusal(error, 'not_found')) {
      const found = await foundDraft(this.#place);
      if (found !== undefined && (found?.version ?? 0) !== this.#version) return this.#meet(found);
    }
    const isPassing = !(error instanceof Refusal) || error.passing;
    if (this.#now.kept !== 'nowhere') this.#tell({ kept: isPassing ? 'here' : 'refused' });
    // What is refused is tried again with the next letter.
    return isPassing ? this.#soon(againMs) : undefined;
  }

  #keepHere(draft: Draft): boolean {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ ...draft, version: this.#version }));
      return true;
    } catch {
      return false;
    }
  }

  #tell(part: Partial<Keeping>): void {
    const stood = this.#now.stands;
    this.#now = { ...this.#now, ...part, stands: this.#version > 0 };
    // Also when its form was closed meanwhile.
    if (this.#now.stands !== stood) draftsChanged();
    for (const listener of this.#listeners) listener();
  }
}
