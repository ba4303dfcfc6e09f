import { livenessPath, livenessSchema } from '@cdp-watch/contract'
import { use } from 'react'
import { createRoot } from 'react-dom/client'

const liveness = fetch(livenessPath)
  .then((response) => response.json())
  .then((body) => livenessSchema.parse(body))

function Page() {
  const { status, node } = use(liveness)
  return (
    <h1>
      CDP Watch is {status} on Node {node}
    </h1>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
