/** Clocks run by other rules than before. */
export type ClockRuleFact =
  | {
      /** Another holding time, by the settings or because the case is more or less urgent. */
      kind: 'holding_time_changed';
      wasMs: number;
      isMs: number;
      usedMs?: number;
      /** The new due instant of a running clock, the new remainder of a paused one. */
      due: Date | null;
      remainingMs: number | null;
      warnAt: Date | null;
    }
  | {
      /** Another calendar, or the same with other hours or closed days: what counts is another. */
      kind: 'calendar_changed';
      /** By how much the due instant, or what is left of a paused clock, has moved. */
      movedMs: number;
      due: Date | null;
      remainingMs: number | null;
      warnAt: Date | null;
    };
