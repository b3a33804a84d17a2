import type { ReactNode } from 'react';
import type { About } from './use-control.ts';

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly description?: string;
  readonly isChosen: boolean;
};

type Props = {
  readonly about: About;
  /** One of them, or any number. */
  readonly type: 'radio' | 'checkbox';
  /** The block around them names them already. */
  readonly isNamed: boolean;
  readonly choices: readonly Choice[];
  readonly toggle: (value: string, isChosen: boolean) => void;
};

/** Options that are all in sight, each with its label. */
export function Choices({ about, type, isNamed, choices, toggle }: Props) {
  const items = choices.map(({ value, label, description, isChosen }) => (
    <label key={value} className="choice">
      <input
        type={type}
        name={about.id}
        checked={isChosen}
        onChange={({ target }) => toggle(value, target.checked)}
      />
      <span>
        {label}
        {description !== undefined && <small>{description}</small>}
      </span>
    </label>
  ));
  if (isNamed) return <div className="choices">{items}</div>;
  return (
    <fieldset className="choices choices-inline">
      <legend>{about['aria-label']}</legend>
      {items}
    </fieldset>
  );
}
