import { useState } from 'react';
import type { Fields } from '../../block-kit/problem.ts';
import { stringOf } from '../reading.ts';
import { type ControlProps, useControl } from './use-control.ts';

const KINDS: Readonly<
  Record<string, { readonly input: string; readonly field: string; readonly initial: string }>
> = {
  datepicker: { input: 'date', field: 'selected_date', initial: 'initial_date' },
  timepicker: { input: 'time', field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { input: 'datetime-local', field: 'selected_date_time', initial: 'initial_date_time' },
};

/** Dates and times, with the browser's own picker. Outside of forms a choice is told when the field is left. */
export function Picker(props: ControlProps) {
  const { block, element } = props;
  const { entered, put, about } = useControl(props);
  const kind = KINDS[stringOf(element['type'])];
  const [isChanged, setChanged] = useState<Fields>();
  if (!kind) return null;
  const current = (isChanged ?? entered)?.[kind.field] ?? (entered ? null : element[kind.initial]);

  function take(text: string) {
    const value = text === '' ? null : kind?.input === 'datetime-local' ? Date.parse(text) / 1000 : text;
    const next = { [kind?.field ?? '']: value };
    if (block['type'] === 'input') put(next);
    else setChanged(next);
  }

  return (
    <span className="picker">
      <input
        {...about}
        className="control"
        type={kind.input}
        value={typeof current === 'number' ? localText(current) : stringOf(current)}
        onChange={({ target }) => take(target.value)}
        onBlur={() => {
          if (isChanged) put(isChanged);
          setChanged(undefined);
        }}
      />
      {stringOf(element['timezone'])}
    </span>
  );
}

/** Unix seconds as the field `datetime-local` wants them, on this machine's clock. */
function localText(seconds: number): string {
  const offset = new Date(seconds * 1000).getTimezoneOffset() * 60;
  return new Date((seconds - offset) * 1000).toISOString().slice(0, 16);
}
