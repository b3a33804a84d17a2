import { stringOf } from '../reading.ts';
import { ButtonControl } from './button-control.tsx';
import { ChoiceControl } from './choice-control.tsx';
import { ExternalSelect } from './external-select.tsx';
import { Overflow } from './overflow.tsx';
import { PeopleChoice, PeopleSelect } from './people-select.tsx';
import { Picker } from './picker.tsx';
import { StaticSelect } from './static-select.tsx';
import { TextControl } from './text-control.tsx';
import type { ControlProps } from './use-control.ts';

/** One interactive element, as a control that the browser knows. */
export function Control(props: ControlProps) {
  switch (stringOf(props.element['type'])) {
    case 'button':
      return <ButtonControl {...props} />;
    case 'static_select':
      return <StaticSelect {...props} />;
    case 'external_select':
      return <ExternalSelect {...props} isMulti={false} />;
    case 'multi_external_select':
      return <ExternalSelect {...props} isMulti />;
    case 'multi_static_select':
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceControl {...props} />;
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <PeopleSelect {...props} />;
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <PeopleChoice {...props} />;
    case 'overflow':
      return <Overflow {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Picker {...props} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return <TextControl {...props} />;
    default:
      return (
        <p className="block-undrawn">The playground does not draw {stringOf(props.element['type'])} yet.</p>
      );
  }
}
