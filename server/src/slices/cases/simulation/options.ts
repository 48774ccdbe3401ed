/** What company is played, and how roughly. Rates are averages. */
export type Options = {
  days: number;
  agents: number;
  /** Cases that arrive on an ordinary working day. */
  arrivals: number;
  seed: number;
  topics: number;
  /** Absences of one agent in a year, planned and sudden. */
  absences: number;
  /** Stand-stills of the server in a year. */
  crashes: number;
  /** The holding time of every level, in hours. */
  holdingHours: number;
};

export const usualOptions: Options = {
  days: 365,
  agents: 50,
  arrivals: 100,
  seed: 1,
  topics: 8,
  absences: 8,
  crashes: 12,
  holdingHours: 20,
};
