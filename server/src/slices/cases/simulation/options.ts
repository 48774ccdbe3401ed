/** What company is played, and how roughly. Rates are averages. */
export type Options = {
  days: number;
  agents: number;
  /** Cases that arrive on an ordinary working day. */
  arrivals: number;
  seed: number;
  /** How many there are, each as frequent as the others; or how frequent each is. */
  topics: number | number[];
  /** Absences of one agent in a year, planned and sudden. */
  absences: number;
  /** Stand-stills of the server in a year. */
  crashes: number;
  /** The holding time in hours: of every level, or of each from the front line up. */
  holdingHours: number | number[];
};

/** The holding time of a level in hours. */
export function holdingAt({ holdingHours }: Options, level: number): number {
  return Array.isArray(holdingHours) ? holdingHours[level - 1]! : holdingHours;
}

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
