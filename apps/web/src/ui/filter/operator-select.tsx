import { type FilterField, type FilterOperator, operatorLabels } from '@cdp-watch/em-filter'
import { Input } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import type { DisabledOperators } from './disabled-operators.ts'

interface OperatorSelectProps {
  field: FilterField
  operator: FilterOperator
  disabled: DisabledOperators
  /** Id of the `DisabledReasons`. */
  reasonsId: string
  className: string
  onOperator: (operator: FilterOperator) => void
  onEnter: () => void
}

const wordsOf = (field: FilterField, operator: FilterOperator): string =>
  operatorLabels[field.kind][operator] ?? operator

/** How the field is compared: every operator it has, those disabled shown but not to be chosen. */
export function OperatorSelect(props: OperatorSelectProps) {
  const { field, operator, disabled, reasonsId, className, onOperator, onEnter } = props
  return (
    <Input
      component="select"
      pointer
      withAria={false}
      className={className}
      aria-label={`How ${field.label} is compared`}
      aria-describedby={reasonsId}
      rightSection={<IconSelector size={15} aria-hidden />}
      rightSectionPointerEvents="none"
      value={operator}
      onChange={(event) => {
        const chosen = field.operators.find((each) => each === event.currentTarget.value)
        if (chosen !== undefined) onOperator(chosen)
      }}
      onKeyDown={(event) => {
        // Of itself Enter does not send a form from here.
        if (event.key !== 'Enter') return
        event.preventDefault()
        onEnter()
      }}
    >
      {field.operators.map((each) => (
        <option key={each} value={each} disabled={disabled[each] !== undefined}>
          {wordsOf(field, each)}
        </option>
      ))}
    </Input>
  )
}

/** Why some operators of the field cannot be chosen: an option has no place to say so. */
export function DisabledReasons({
  field,
  disabled,
  id,
  className,
}: {
  field: FilterField
  disabled: DisabledOperators
  id: string
  className: string
}) {
  const reasons = field.operators.flatMap((operator) => {
    const reason = disabled[operator]
    return reason === undefined ? [] : [`“${wordsOf(field, operator)}” is off: ${reason}`]
  })
  if (reasons.length === 0) return null
  return (
    <p id={id} className={className}>
      {reasons.join(' ')}
    </p>
  )
}
