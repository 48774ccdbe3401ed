import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../ui/viewer.tsx';
import { dayOfInstant, type Edge, instantOfDay } from '../days.ts';
import styles from './search.module.css';

type Props = {
  edge: Edge;
  value: string | undefined;
  onChoose: (instant: string | undefined) => void;
};

/** From or until which day cases were opened, in the viewer's zone. */
export function DateChip({ edge, value, onChoose }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  return (
    <label className={styles.chip} data-set={value !== undefined || undefined}>
      {t(`search.by.${edge}`)}
      <input
        type="date"
        value={dayOfInstant(value, edge, zone)}
        onChange={(event) => onChoose(instantOfDay(event.currentTarget.value, edge, zone))}
      />
    </label>
  );
}
