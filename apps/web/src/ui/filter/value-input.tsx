import type { FilterField } from '@cdp-watch/em-filter'
import { takesSeveral } from './buildable.ts'
import { choiceOf } from './condition-draft.ts'
import { ValueChoices } from './value-choices.tsx'
import type { ValueInputProps } from './value-input-props.ts'
import { ValueText } from './value-text.tsx'
import { ValueTime } from './value-time.tsx'

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

/** EM answers values that its reference does not list: those asked for already or suggested are offered too. */
const knownValues = (field: FilterField, others: readonly string[]) =>
  [...new Set([...(field.values ?? []), ...others])].map((value) => ({ value, label: value }))

/** The input that fits what the field holds. */
export function ValueInput(props: ValueInputProps) {
  const { draft, suggestions, problemId, onDraft } = props
  const { field, operator } = draft
  const several = takesSeveral(field, operator)
  const onValues = (values: readonly string[]) => onDraft({ values })
  switch (choiceOf(field)) {
    case 'known-values': {
      const others = several ? [...suggestions, ...draft.values] : []
      const options = knownValues(field, others)
      return <ValueChoices {...{ draft, options, several, problemId, onValues }} />
    }
    case 'yes-no':
      return <ValueChoices {...{ draft, options: yesNo, several, problemId, onValues }} />
    case 'time':
      return <ValueTime {...{ draft, problemId, onDraft }} />
    case 'text':
      return <ValueText {...props} several={several} />
  }
}
