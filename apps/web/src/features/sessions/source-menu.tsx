import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDatabase, IconPlugConnected } from '@tabler/icons-react'
import { memo } from 'react'
import type { Source } from './sessions-search.ts'
import type { ShownSource } from './shown-source.ts'
import classes from './source-menu.module.css'
import { fillingWords } from './source-words.ts'

const choices = [
  {
    source: 'index',
    name: 'Index',
    words: 'What Enterprise Manager has told so far: search, counts, totals, history, at once.',
    icon: <IconDatabase size={16} aria-hidden />,
  },
  {
    source: 'live',
    name: 'Live',
    words: 'Asks Enterprise Manager now. Slower, without search, counts and totals.',
    icon: <IconPlugConnected size={16} aria-hidden />,
  },
] as const

interface SourceMenuProps {
  shown: ShownSource
  onSource: (source: Source) => void
}

/** Says where the rows come from, and lets it be changed. */
export const SourceMenu = memo(({ shown, onSource }: SourceMenuProps) => {
  const kind = shown.kind === 'waiting' ? 'index' : shown.kind
  const wanted = shown.kind === 'live' && shown.because === 'chosen' ? 'live' : 'index'
  const current = choices.find(({ source }) => source === kind) ?? choices[0]
  const filling = shown.kind === 'live' && shown.because === 'filling' ? shown.filling : undefined
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          aria-label={`Source: ${current.name}`}
          leftSection={current.icon}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {current.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Rows come from</Menu.Label>
        {choices.map(({ source, name, words, icon }) => (
          <Menu.Item
            key={source}
            leftSection={icon}
            aria-current={source === wanted}
            className={classes.choice}
            onClick={() => onSource(source)}
          >
            <b>{name}</b>
            <span className={classes.words}>
              {words}
              {source === 'index' && filling ? ` ${fillingWords(filling)}` : ''}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
