import { Worker } from 'node:worker_threads';

/** What was asked ended the thread, or would not let it end. */
export class Overtaxed extends Error {}

/** What every thread says first of all: that it is there. */
export type Ready = { ready: true };

export type ThreadLimits = {
  /** What it may take of memory, in MB; the bytes of files do not count. */
  memory: { maxOldGenerationSizeMb: number; maxYoungGenerationSizeMb: number; stackSizeMb: number };
  /** How long it may take for one question. */
  patienceMs: number;
  /** It is let go when there was nothing for it for so long. */
  idleMs: number;
};

/**
 * A thread for work that could hold everybody up (docs/adr/0052). It starts with the first question
 * and takes one after the other; the next question after one that ended it begins another.
 */
export class Thread<Question, Answer extends object> {
  readonly #module: URL;
  readonly #limits: ThreadLimits;
  #worker: Promise<Worker> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /** @param module what the thread runs: it answers messages, one for each, and tells `Ready` at first */
  constructor(module: URL, limits: ThreadLimits) {
    this.#module = module;
    this.#limits = limits;
  }

  /**
   * @throws Overtaxed when the question takes too long or too much; Error with the code ECANCELED
   *   when the thread is closed meanwhile, and whatever keeps it from starting
   */
  ask(question: Question, withinMs = this.#limits.patienceMs): Promise<Answer> {
    const turn = this.#last.then(() => this.#askNow(question, withinMs));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Ends the thread; the next question begins another. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#worker;
    this.#worker = null;
    await (await ending)?.terminate();
  }

  async #askNow(question: Question, withinMs: number): Promise<Answer> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    worker.ref();
    try {
      return await this.#answerOf(worker, question, withinMs);
    } finally {
      worker.unref();
      this.#idle = setTimeout(() => void this.close(), this.#limits.idleMs).unref();
    }
  }

  /** @throws what keeps the thread from starting: that is not the fault of a question */
  async #start(): Promise<Worker> {
    const worker = new Worker(this.#module, { resourceLimits: this.#limits.memory, execArgv: [] });
    const forget = () => {
      this.#worker = null;
    };
    worker.once('exit', forget);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread did not start.')));
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return worker;
  }

  #answerOf(worker: Worker, question: Question, withinMs: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const giveUp = (why: Error) => {
        this.#worker = null;
        void worker.terminate();
        finish(() => reject(why));
      };
      const timer = setTimeout(() => giveUp(new Overtaxed('took too long')), withinMs);
      const onAnswer = (answer: Answer) => finish(() => resolve(answer));
      // Out of memory, for example.
      const onError = (error: Error) => giveUp(new Overtaxed(error.message));
      // The server stops: what was asked waits for its next start.
      const onExit = () => giveUp(Object.assign(new Error('stopped'), { code: 'ECANCELED' }));
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
        settle();
      };
      worker.once('message', onAnswer).once('error', onError).once('exit', onExit);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- windows have origins, threads none
      worker.postMessage(question);
    });
  }
}
