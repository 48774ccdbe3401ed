type Entry = { at: number; nth: number; act: (now: Date) => void };

/** What is going to happen, the next first; at the same instant in the order in which it was noted. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #noted = 0;

  add(at: Date, act: (now: Date) => void): void {
    const heap = this.#heap;
    heap.push({ at: at.getTime(), nth: this.#noted++, act });
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(heap[child]!, heap[parent]!)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  /** Takes what comes next out of the agenda; null when nothing does. */
  take(): Entry | null {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) return null;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    const heap = this.#heap;
    for (let parent = 0; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let first = parent;
      if (left < heap.length && isBefore(heap[left]!, heap[first]!)) first = left;
      if (right < heap.length && isBefore(heap[right]!, heap[first]!)) first = right;
      if (first === parent) return;
      this.#swap(parent, first);
      parent = first;
    }
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.nth < b.nth);
}
