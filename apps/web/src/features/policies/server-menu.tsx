import type { PoliciesStatusAnswer } from '@cdp-watch/contract'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { formatCount } from '../../ui/format-count.ts'
import classes from './server-menu.module.css'

interface ServerMenuProps {
  chosen: readonly string[]
  servers: PoliciesStatusAnswer['facets']['backupServer']
  onChoose: (uids: string[]) => void
}

/** Backup servers with how many policies each has under the other filters. */
export function ServerMenu({ chosen, servers, onChoose }: ServerMenuProps) {
  const names = chosen.map((uid) => servers.find((each) => each.uid === uid)?.name ?? uid)
  const toggle = (uid: string) =>
    onChoose(chosen.includes(uid) ? chosen.filter((each) => each !== uid) : [...chosen, uid])
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          className={classes.servers}
          data-chosen={names.length > 0}
          rightSection={<IconChevronDown size={15} aria-hidden />}
        >
          {names.length === 0 ? 'All servers' : names.join(', ')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        {servers.map(({ uid, name, count }) => (
          <Menu.CheckboxItem
            key={uid}
            checked={chosen.includes(uid)}
            className={classes.server}
            rightSection={<span className={classes.count}>{formatCount(count)}</span>}
            onChange={() => toggle(uid)}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
        {names.length > 0 ? (
          <Menu.Item closeMenuOnClick onClick={() => onChoose([])}>
            All servers
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
