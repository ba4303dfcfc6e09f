import '@fontsource-variable/inter'
import './ui/tokens.css'
import './wall.css'
import { createRoot } from 'react-dom/client'
import { Wall } from './features/wall/wall.tsx'
import { WallEngine } from './features/wall/wall-engine.ts'
import { WallFailed, WallMessage } from './features/wall/wall-failed.tsx'
import { readWallOptions } from './features/wall/wall-options.ts'
import { followTheme } from './features/wall/wall-theme.ts'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the wall')
const root = createRoot(place)
const read = readWallOptions(window.location.search)
if (read.ok) {
  const engine = new WallEngine(read.options)
  followTheme(read.options.theme)
  engine.start()
  root.render(
    <WallFailed onCrash={() => engine.crashed()}>
      <Wall engine={engine} options={read.options} />
    </WallFailed>,
  )
} else {
  followTheme('dark')
  root.render(<WallMessage title="The address of this wall is wrong">{read.problem}</WallMessage>)
}
