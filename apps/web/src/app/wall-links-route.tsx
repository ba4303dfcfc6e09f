import { getRouteApi } from '@tanstack/react-router'
import { WallLinksPage } from '../features/wall-links/wall-links-page.tsx'

const route = getRouteApi('/wall-links')

/** Wall links; the address may ask for one that shows certain policies. */
export function WallLinksRoute() {
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  return <WallLinksPage show={show} onShown={() => void navigate({ search: {}, replace: true })} />
}
