import styles from './topics.module.css';

type Props<Value extends string> = {
  legend: string;
  /** Where they stand in what is sent, where one of them may be refused. */
  path?: string;
  options: { value: Value; label: string }[];
  chosen: Value[];
  onChange: (chosen: Value[]) => void;
};

/** Any number of a few, to tick. */
export function Several<Value extends string>({
  legend,
  path,
  options,
  chosen,
  onChange,
}: Props<Value>) {
  return (
    <fieldset className={styles.several}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            {...(path &&
              chosen.includes(value) && { 'data-path': `${path}.${chosen.indexOf(value)}` })}
            onChange={() =>
              onChange(
                chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
              )
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
