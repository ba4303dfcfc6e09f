import { Drawer } from '@mantine/core'

/** The rail over the page, where there is no room beside the rows. */
export function RailDrawer({
  children,
  onClose,
}: {
  children: React.ReactNode
  onClose: () => void
}) {
  return (
    <Drawer
      opened
      onClose={onClose}
      title="Filters"
      size={320}
      closeButtonProps={{ 'aria-label': 'Close the filters' }}
      attributes={{ header: { role: 'none' } }}
    >
      {children}
    </Drawer>
  )
}
