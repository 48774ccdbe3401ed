/** Does something that takes a while, at once; what is asked for meanwhile is done once more after it. */
export function inTurn(act: () => Promise<void>): () => void {
  let isUnderWay = false;
  let again = false;
  const run = async () => {
    isUnderWay = true;
    try {
      do {
        again = false;
        // oxlint-disable-next-line eslint/no-await-in-loop -- one after the other is what it is for
        await act();
      } while (again);
    } finally {
      isUnderWay = false;
    }
  };
  return () => {
    again = true;
    if (!isUnderWay) void run();
  };
}
