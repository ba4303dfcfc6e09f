import type { WallLink } from '@cdp-watch/contract'
import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { makeWallLink } from '../../api/wall-links.ts'
import { type WallTheme, wallThemes } from '../../ui/wall-themes.ts'
import classes from './link-form.module.css'
import { nameProblem } from './link-name.ts'
import { screenAddress } from './screen-address.ts'
import { shownWords } from './shown-words.ts'

/** A link that was just made: `address` holds its secret. */
export interface MadeLink {
  readonly name: string
  readonly address: string
}

interface LinkFormProps {
  links: readonly WallLink[]
  /** Filters of a wall, as its query has them; empty: none. */
  shown: string
  onMade: (made: MadeLink) => void
  onCancel: () => void
}

const themeWords: Record<WallTheme, string> = {
  dark: 'Dark',
  light: 'Light',
  auto: 'As the screen’s system',
}

/** The name of a new link, and how its screen shows the wall. */
export function LinkForm({ links, shown, onMade, onCancel }: LinkFormProps) {
  const [name, setName] = useState('')
  const [theme, setTheme] = useState<WallTheme>('dark')
  const [isFiltered, setFiltered] = useState(true)
  const [isSubmitted, setSubmitted] = useState(false)
  const making = useMutation({
    mutationFn: makeWallLink,
    onSuccess: (link) =>
      onMade({
        name: link.name,
        address: screenAddress(link.url, theme, isFiltered ? shown : ''),
      }),
  })
  const problem = isSubmitted ? nameProblem(name, links) : undefined
  const refused = nameRefusal(making.error)
  const filters = shownWords(shown)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSubmitted(true)
        if (nameProblem(name, links) === undefined) making.mutate(name.trim())
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name of the screen"
          description="People find it by this in the list, and in the audit."
          placeholder="NOC north"
          data-autofocus
          value={name}
          error={problem ?? refused}
          onChange={(event) => {
            setName(event.currentTarget.value)
            making.reset()
          }}
        />
        <Radio.Group label="Theme" value={theme} onChange={(value) => setTheme(themeOf(value))}>
          <Group gap="lg" mt={6}>
            {wallThemes.map((each) => (
              <Radio key={each} value={each} label={themeWords[each]} />
            ))}
          </Group>
        </Radio.Group>
        {filters.length === 0 ? null : (
          <Checkbox
            label="Only what you were looking at"
            description={filters.join(' · ')}
            classNames={{ description: classes.filters }}
            checked={isFiltered}
            onChange={(event) => setFiltered(event.currentTarget.checked)}
          />
        )}
        {making.error && refused === undefined ? (
          <p className={classes.problem} role="alert">
            The link was not made. {making.error.message}
          </p>
        ) : null}
        <Group gap="xs" justify="flex-end">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="filled" loading={making.isPending}>
            Make the link
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function themeOf(value: string): WallTheme {
  return wallThemes.find((each) => each === value) ?? 'dark'
}

/** What the server says of the name: somebody else may just have taken it. */
function nameRefusal(error: Error | null): string | undefined {
  const isOfName = error instanceof ApiError && error.problem.parameter === 'name'
  return isOfName ? error.message : undefined
}
