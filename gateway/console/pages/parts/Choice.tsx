import { useId } from "preact/hooks";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Value and text of each. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly hint?: string;
}

/** One of several, with label and hint. */
export function Choice({ label, value, onChange, options, hint }: ChoiceProps) {
  const id = useId();
  return (
    <div class="kern-form-input">
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div class="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class="kern-form-input__select-wrapper">
        <select
          class="kern-form-input__select"
          id={id}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
