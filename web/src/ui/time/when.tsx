import { useViewer } from '../viewer.tsx';
import { fullTime, shortTime } from './format.ts';
import { useNow } from './now.ts';

type Props = {
  /** ISO 8601. */
  at: string;
  sayToday?: boolean;
  className?: string | undefined;
};

/** An instant in the viewer's zone, short; the exact one shows when it is pointed at. */
export function When({ at, sayToday = false, className }: Props) {
  const viewer = useViewer();
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <time className={className} dateTime={at} title={fullTime(instant, viewer)}>
      {shortTime(instant, now, viewer, sayToday)}
    </time>
  );
}
