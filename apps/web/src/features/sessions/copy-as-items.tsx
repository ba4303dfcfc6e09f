import { Menu } from '@mantine/core'
import { asCurl, asEmUrl, asPowerShell, type EmRequest } from './copy-as.ts'

const forms = [
  { words: 'Enterprise Manager URL', print: asEmUrl },
  { words: 'curl', print: asCurl },
  { words: 'PowerShell', print: asPowerShell },
]

interface CopyAsItemsProps extends EmRequest {
  onCopy: (words: string, text: string) => void
}

/** The forms a query can be copied in. */
export function CopyAsItems({ onCopy, ...request }: CopyAsItemsProps) {
  return forms.map(({ words, print }) => (
    <Menu.Item key={words} onClick={() => onCopy(words, print(request))}>
      {words}
    </Menu.Item>
  ))
}
