import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import '@mantine/core/styles.layer.css'
import './ui/tokens.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followEvents } from './api/events.ts'
import { queryClient } from './app/query-client.ts'
import { router } from './app/router.tsx'
import { signInPath } from './app/sign-in-address.ts'
import { theme, tokensToMantine } from './app/theme.ts'
import { styleNonce } from './ui/style-nonce.ts'
import { ZoneProvider } from './ui/time-zone.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the app')
// The scroll lock of dialogs makes its styles by itself, and asks this package for the nonce.
setNonce(styleNonce())
// Nobody who is yet to sign in is told of any.
if (location.pathname !== signInPath) followEvents(queryClient)
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokensToMantine}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ZoneProvider>
          <RouterProvider router={router} />
        </ZoneProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
